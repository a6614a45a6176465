package org.touchstone.platform.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.touchstone.platform.identity.Account;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.shared.Welcome;

/**
 * The four people of the demonstration. Their passwords are made for this installation and kept in its data folder,
 * where only its owner can read them, so that the terminal can show them at every start.
 */
@Component
@Order(1)
@ConditionalOnProperty(name = "touchstone.demo", havingValue = "true")
class DemoPeople implements Welcome {
  enum Person {
    MAYA("Maya", "trainer", "a queue of work"),
    JONAS("Jonas", "lead", "an open case"),
    PRIYA("Priya", "manager and owner", "two running projects"),
    TOMAS("Tomas", "ML engineer", "a data set to download");

    final String name;
    final String role;
    final String waiting;

    Person(String name, String role, String waiting) {
      this.name = name;
      this.role = role;
      this.waiting = waiting;
    }

    String email() {
      return name.toLowerCase(java.util.Locale.ROOT) + "@demo.example";
    }
  }

  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Accounts accounts;
  private final Path file;

  DemoPeople(Accounts accounts, @Value("${touchstone.data:data}") Path data) {
    this.accounts = accounts;
    this.file = data.resolve("demo-sign-ins.txt");
  }

  /** New passwords, written down before they are used. */
  Map<Person, String> invent() {
    var passwords = new LinkedHashMap<Person, String>();
    var lines = new ArrayList<String>();
    for (Person person : Person.values()) {
      passwords.put(person, password());
      lines.add(person.email() + " " + passwords.get(person));
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.deleteIfExists(file);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException("the demonstration's sign-ins cannot be kept in " + file, e);
    }
    return passwords;
  }

  /** Groups that can be read aloud: about a hundred bits are not needed for a demonstration, sixty are plenty. */
  static String password() {
    var password = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      if (i > 0 && i % 4 == 0) password.append('-');
      password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  @Override
  public List<String> lines() {
    if (accounts.byEmail(Person.MAYA.email()).isEmpty()) {
      return accounts.none() ? List.of() : List.of("This data folder has accounts of its own and stays without the demonstration; ./touchstone start --demo adds it beside them.");
    }
    var known = passwords();
    if (known.isEmpty()) return List.of("The demonstration's sign-ins are in the data folder of the server that made them.");
    var lines = new ArrayList<String>();
    lines.add("Sign in to the demonstration as");
    for (Person person : Person.values()) {
      lines.add("  %-20s %-16s %s, finds %s".formatted(person.email(), known.getOrDefault(person.email(), ""), role(person), person.waiting));
    }
    return lines;
  }

  /** Beside accounts that were there before, the demonstration's manager does not own the installation. */
  private String role(Person person) {
    return person == Person.PRIYA && accounts.byEmail(person.email()).filter(Account::owner).isEmpty() ? "manager" : person.role;
  }

  private Map<String, String> passwords() {
    var known = new LinkedHashMap<String, String>();
    try {
      for (String line : Files.readAllLines(file)) {
        Optional.of(line.split(" ", 2)).filter(pair -> pair.length == 2).ifPresent(pair -> known.put(pair[0], pair[1]));
      }
    } catch (IOException gone) {
      return Map.of();
    }
    return known;
  }
}
