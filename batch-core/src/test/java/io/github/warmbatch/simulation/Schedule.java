package io.github.warmbatch.simulation;

import io.github.warmbatch.queue.QueueSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One story, told by a seed: data sets are pushed, workers take turns, things go wrong; then
 * nothing goes wrong any more, and all must come right.
 */
final class Schedule {
  private static final int MOST_TURNS = 120;
  private static final int FAR_TOO_MANY_TURNS = 20_000;

  private final Dice dice;
  private final World world;
  private final Workforce workforce;
  private final Accidents accidents;
  private final Users users;
  private final Operators operators;
  private final Invariants invariants;
  private final Set<SimulatedProcess> examined = new HashSet<>();
  private int turns;

  Schedule(long seed, Census census, Stage stage) {
    dice = new Dice(seed);
    stage.files().forget();
    world = new World(dice, new Chaos(dice, census), stage.files());
    workforce = new Workforce(world, stage.threads());
    accidents = new Accidents(world, workforce);
    users = new Users(world);
    operators = new Operators(world);
    invariants =
        new Invariants(
            world, workforce, new ModelInvariants(world, operators, stage.undisturbed()));
  }

  Trace trace() {
    return world.trace;
  }

  long decisions() {
    return world.store.lineage().head();
  }

  void run() {
    try {
      begin();
      while (!world.chaos.isOver() && turns < MOST_TURNS) {
        disturb();
        turn();
      }
      calmDown();
      invariants.checkAll(finish());
    } finally {
      workforce.killAll();
    }
  }

  private void begin() {
    for (int set = 2 + dice.below(4); set > 0; set--) {
      users.happens(Event.PUSHED_NEW);
    }
    for (int worker = dice.below(3); worker >= 0; worker--) {
      workforce.hire(Accidents.IDENTITIES.get(worker));
    }
  }

  private void disturb() {
    if (dice.chance(0.1)) {
      world.snapshots.add(QueueSnapshot.of(world.queue));
    }
    if (dice.chance(0.25)) {
      Event event = world.chaos.betweenSteps();
      if (event != null && happens(event)) {
        world.chaos.note(event);
      }
    }
    if (dice.chance(0.1)) {
      thawOne();
    }
  }

  private boolean happens(Event event) {
    return accidents.happens(event) || users.happens(event) || operators.happens(event);
  }

  /** Lets somebody go on: a process, what is late, or the time. */
  private void turn() {
    if (++turns > FAR_TOO_MANY_TURNS) {
      throw new AssertionError("The workers do not come to an end");
    }
    if (world.hasLate() && dice.chance(0.1)) {
      world.oneLate();
    }
    List<SimulatedProcess> ready =
        workforce.living().stream().filter(process -> process.canRun(world.time.now())).toList();
    if (ready.isEmpty()) {
      await();
    } else {
      SimulatedProcess process = dice.oneOf(ready);
      process.goOn(dice.chance(0.5) ? 1 + dice.below(2) : 1 + dice.below(12));
      examine(process);
    }
  }

  private void await() {
    Optional<Instant> wakes =
        workforce.living().stream()
            .map(SimulatedProcess::wakesAt)
            .filter(Objects::nonNull)
            .min(Instant::compareTo);
    if (wakes.isPresent()) {
      world.time.pass(Duration.between(world.time.now(), wakes.get()));
    } else if (workforce.living().isEmpty()) {
      workforce.hire(dice.oneOf(Accidents.IDENTITIES));
    } else {
      thawOne();
    }
  }

  private void examine(SimulatedProcess process) {
    if (process.hasEnded() && examined.add(process)) {
      world.trace.add("host", process.name + " ended", process.failure());
      invariants.checkEnd(process);
    }
  }

  private void thawOne() {
    List<SimulatedProcess> frozen = workforce.frozen();
    if (!frozen.isEmpty()) {
      SimulatedProcess process = dice.oneOf(frozen);
      world.trace.add("host", "thaws", process.name);
      process.frozen = false;
    }
  }

  private void calmDown() {
    world.trace.add("-----", "nothing goes wrong from here on", null);
    world.chaos.end();
    while (!workforce.living().isEmpty()) {
      if (dice.chance(0.3)) {
        thawOne();
      }
      turn();
    }
    while (world.hasLate()) {
      world.oneLate();
    }
    if (world.chaos.happened(Set.of(Event.RESTORED))) {
      users.pushAllAgain();
    }
  }

  private SimulatedProcess finish() {
    SimulatedProcess last = workforce.hire("last");
    while (!last.hasEnded()) {
      turn();
    }
    return last;
  }
}
