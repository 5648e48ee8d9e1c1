package io.github.warmbatch.simulation;

import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Decision.Disposition;
import io.github.warmbatch.checkpoint.Draft;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** What happens to the directory of the lineage: damage, and rollbacks by hand. */
final class Operators {
  static final String NAME = "operator";
  private final World world;
  private final Set<Long> damaged = new HashSet<>();

  Operators(World world) {
    this.world = world;
  }

  /** The numbers whose state's bytes were changed. */
  Set<Long> damaged() {
    return damaged;
  }

  /** Has it happen, and returns whether it could. */
  boolean happens(Event event) {
    return switch (event) {
      case DAMAGED -> damage();
      case ROLLED_BACK_TO_REQUEUE -> rollBack(Disposition.REQUEUE);
      case ROLLED_BACK_TO_SKIP -> rollBack(Disposition.SKIP);
      default -> false;
    };
  }

  /** Damages any state of the surviving chain but the first, without which nothing is left. */
  private boolean damage() {
    Lineage lineage = world.store.lineage();
    List<Manifest> states =
        lineage.history().stream()
            .filter(manifest -> manifest.state() != null)
            .filter(manifest -> !lineage.isAbandoned(manifest.number()))
            .skip(1)
            .filter(manifest -> !damaged.contains(manifest.number()))
            .toList();
    if (states.isEmpty()) {
      return false;
    }
    Manifest victim =
        world.dice.chance(0.7) ? states.get(states.size() - 1) : world.dice.oneOf(states);
    byte[] bytes = world.store.kept(victim);
    bytes[0] ^= 1;
    world.store.keep(victim, bytes);
    damaged.add(victim.number());
    world.trace.add("disk", "damages state", victim.number());
    return true;
  }

  private boolean rollBack(Disposition disposition) {
    Lineage lineage = world.store.lineage();
    List<Long> ancestors =
        LongStream.range(0, lineage.head())
            .filter(number -> !lineage.isAbandoned(number))
            .boxed()
            .toList();
    if (ancestors.isEmpty()) {
      return false;
    }
    long parent = world.dice.oneOf(ancestors);
    Decision back = lineage.backTo(parent, disposition, "an operator wants it");
    Draft draft = new Draft(lineage.head(), parent, back, null, NAME);
    world.trace.add(
        "hand", "%d goes back to %d".formatted(lineage.head() + 1, parent), disposition);
    world.land(world.store.stage(draft).orElseThrow());
    return true;
  }
}
