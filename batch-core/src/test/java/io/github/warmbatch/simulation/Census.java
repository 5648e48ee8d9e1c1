package io.github.warmbatch.simulation;

import java.util.EnumMap;
import java.util.Map;

/** How much was simulated. */
final class Census {
  private final Map<Event, Long> events = new EnumMap<>(Event.class);
  private long schedules;
  private long steps;
  private long decisions;

  void count(Event event) {
    events.merge(event, 1L, Long::sum);
  }

  void countSchedule(long stepsTaken, long decisionsTaken) {
    schedules++;
    steps += stepsTaken;
    decisions += decisionsTaken;
  }

  void add(Census other) {
    other.events.forEach((event, count) -> events.merge(event, count, Long::sum));
    schedules += other.schedules;
    steps += other.steps;
    decisions += other.decisions;
  }

  long schedules() {
    return schedules;
  }

  long count() {
    return events.values().stream().mapToLong(Long::longValue).sum();
  }

  boolean hasAll() {
    return events.size() == Event.values().length;
  }

  @Override
  public String toString() {
    return "%d schedules, %d steps, %d decisions, %d events %s"
        .formatted(schedules, steps, decisions, count(), events);
  }
}
