package io.github.warmbatch.simulation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong in one schedule: of all events only some, so that rare combinations are met, and
 * a limited number, so that the story ends.
 */
final class Chaos {
  private static final double AT_A_CALL = 0.05;
  private static final double AT_A_COMMIT = 0.2;

  private final Dice dice;
  private final Census census;
  private final Set<Event> possible = EnumSet.noneOf(Event.class);
  private final Set<Event> happened = EnumSet.noneOf(Event.class);
  private int left;

  Chaos(Dice dice, Census census) {
    this.dice = dice;
    this.census = census;
    this.left = 1 + dice.below(12);
    double share = 0.1 + 0.15 * dice.below(5);
    for (Event event : Event.values()) {
      if (dice.chance(share)) {
        possible.add(event);
      }
    }
  }

  boolean isOver() {
    return left <= 0;
  }

  void end() {
    left = 0;
  }

  boolean happened(Set<Event> events) {
    return happened.stream().anyMatch(events::contains);
  }

  /** What goes wrong at a call to which these things can happen; null for nothing. */
  @Nullable Event atCall(Set<Event> ways) {
    return at(AT_A_CALL, ways);
  }

  /** What goes wrong at a commit, of which there are few; null for nothing. */
  @Nullable Event atCommit() {
    return at(AT_A_COMMIT, Event.OF_COMMITS);
  }

  private @Nullable Event at(double probability, Set<Event> ways) {
    if (isOver() || !dice.chance(probability)) {
      return null;
    }
    Event event = among(ways);
    if (event != null) {
      note(event);
    }
    return event;
  }

  /** What may happen now between two steps; null for nothing. */
  @Nullable Event betweenSteps() {
    return isOver() ? null : among(Event.BETWEEN_STEPS);
  }

  void note(Event event) {
    left--;
    happened.add(event);
    census.count(event);
  }

  private @Nullable Event among(Set<Event> ways) {
    List<Event> choice = ways.stream().filter(possible::contains).toList();
    return choice.isEmpty() ? null : dice.oneOf(choice);
  }
}
