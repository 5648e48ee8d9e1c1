package io.github.warmbatch.simulation;

import io.github.warmbatch.queue.QueueSnapshot;
import java.time.Duration;
import java.util.List;

/** What happens to machines and servers. */
final class Accidents {
  static final List<String> IDENTITIES = List.of("a", "b", "c");
  private static final int MOST = 3;
  private static final List<Duration> SPANS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(12),
          World.LEASE.plusSeconds(1),
          World.LEASE.multipliedBy(2));

  private final World world;
  private final Workforce workforce;

  Accidents(World world, Workforce workforce) {
    this.world = world;
    this.workforce = workforce;
  }

  /** Has it happen, and returns whether it could. */
  boolean happens(Event event) {
    List<SimulatedProcess> living =
        workforce.living().stream()
            .filter(process -> event == Event.KILLED || !process.frozen)
            .toList();
    return switch (event) {
      case KILLED, FROZEN, STOPPED, STOPPED_NOW ->
          !living.isEmpty() && strike(event, world.dice.oneOf(living));
      case JOINED -> join();
      case TIME_PASSED -> pass();
      case SIDE_DATA_LOST -> loseSideData();
      case RESTORED -> restore();
      default -> false;
    };
  }

  private boolean strike(Event event, SimulatedProcess process) {
    world.trace.add("host", event.name(), process.name);
    switch (event) {
      case KILLED -> kill(process);
      case FROZEN -> process.frozen = true;
      default -> process.stop(event == Event.STOPPED_NOW);
    }
    return true;
  }

  private void kill(SimulatedProcess process) {
    process.kill();
    if (world.dice.chance(0.7)) {
      String identity = world.dice.chance(0.5) ? process.identity : world.dice.oneOf(IDENTITIES);
      workforce.hire(identity);
    }
  }

  private boolean join() {
    if (workforce.living().size() >= MOST) {
      return false;
    }
    workforce.hire(world.dice.oneOf(IDENTITIES));
    return true;
  }

  private boolean pass() {
    Duration span = world.dice.oneOf(SPANS);
    world.trace.add("time", "passes", span);
    world.time.pass(span);
    return true;
  }

  private boolean loseSideData() {
    world.trace.add("server", "loses all but the list", null);
    QueueSnapshot.loseAllButTheList(world.queue);
    world.queueTouched();
    return true;
  }

  private boolean restore() {
    if (world.snapshots.isEmpty()) {
      return false;
    }
    int snapshot = world.dice.below(world.snapshots.size());
    world.trace.add("server", "is restored from snapshot", snapshot);
    world.snapshots.get(snapshot).restore();
    world.queueTouched();
    return true;
  }
}
