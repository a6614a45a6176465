package org.touchstone.cli.plot;

import java.util.Locale;

/** A scale with round ticks, from data to places on the page. */
record Axis(double low, double high, double step, double from, double to) {

  static Axis over(double least, double most, double from, double to) {
    double room = most > least ? most - least : Math.max(1, Math.abs(least));
    double rough = room / 5;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = rough / power <= 1 ? power : rough / power <= 2 ? 2 * power : rough / power <= 5 ? 5 * power : 10 * power;
    double low = Math.floor(least / step + 1e-9) * step;
    double high = Math.ceil((most > least ? most : least + room) / step - 1e-9) * step;
    return new Axis(low, high, step, from, to);
  }

  double at(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  int ticks() {
    return (int) Math.round((high - low) / step) + 1;
  }

  double tick(int number) {
    return low + number * step;
  }

  String label(int number) {
    int digits = (int) Math.clamp(Math.ceil(-Math.log10(step) - 1e-9), 0, 6);
    double value = tick(number);
    return String.format(Locale.ROOT, "%." + digits + "f", Math.abs(value) < step * 1e-9 ? 0 : value);
  }
}
