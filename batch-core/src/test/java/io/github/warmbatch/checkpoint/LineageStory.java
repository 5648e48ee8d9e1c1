package io.github.warmbatch.checkpoint;

import io.github.warmbatch.checkpoint.Decision.Disposition;
import java.time.Instant;
import java.util.List;

/** A lineage that a test makes up, one decision after another. */
abstract class LineageStory {
  Lineage lineage = Lineage.of(List.of());

  Manifest next(long parent, Decision decision) {
    long number = lineage.head() + 1;
    String attempt = "a" + number;
    StateRef state =
        decision instanceof Decision.Absorbed
            ? new StateRef(FileNames.state(number, attempt), "0", 1)
            : null;
    return new Manifest(
        number,
        parent,
        lineage.find(parent).map(Manifest::sha256).orElse(null),
        attempt,
        decision,
        state,
        Instant.EPOCH,
        "test",
        "digest-of-" + number);
  }

  void append(long parent, Decision decision) {
    lineage = lineage.with(List.of(next(parent, decision)));
  }

  void absorb(int day) {
    append(lineage.head(), CheckpointSamples.absorbed(day));
  }

  void giveUp(int day) {
    append(lineage.head(), CheckpointSamples.dead(day));
  }

  void goBack(long parent, Disposition disposition) {
    append(parent, lineage.backTo(parent, disposition, "test"));
  }
}
