/** Consensus, agreement, preference, allocation, drift and comparison for human judgments; needs only the JDK. */
module org.touchstone.statistics {
  exports org.touchstone.statistics;
  exports org.touchstone.statistics.agreement;
  exports org.touchstone.statistics.allocation;
  exports org.touchstone.statistics.comparison;
  exports org.touchstone.statistics.consensus;
  exports org.touchstone.statistics.drift;
  exports org.touchstone.statistics.preference;
}
