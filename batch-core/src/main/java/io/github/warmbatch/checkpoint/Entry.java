package io.github.warmbatch.checkpoint;

import io.github.warmbatch.checkpoint.Decision.Absorbed;
import io.github.warmbatch.checkpoint.Decision.BackTo;
import io.github.warmbatch.checkpoint.Decision.Dead;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger needs to know of a manifest: so little that thousands of them are read at once.
 *
 * @param number the manifest's
 * @param parent the number that it follows
 * @param parentSha256 the digest of that one's manifest
 * @param sha256 the digest of the manifest
 * @param attempt who published it
 * @param job of an absorbed data set, or a job that was given up
 * @param dataset of an absorbed data set alone
 * @param back of a decision to go back alone
 */
record Entry(
    long number,
    long parent,
    @Nullable String parentSha256,
    String sha256,
    String attempt,
    @Nullable JobRef job,
    @Nullable DatasetId dataset,
    @Nullable BackTo back) {

  /**
   * The entry of a manifest.
   *
   * @throws CheckpointException when it has a state that it should not have, or lacks one
   */
  static Entry of(Manifest manifest) {
    Decision decision = manifest.decision();
    if ((manifest.state() != null) != (decision instanceof Absorbed)) {
      throw new CheckpointException(
          "Manifest %d: a state belongs to an absorbed decision, and to no other"
              .formatted(manifest.number()));
    }
    return new Entry(
        manifest.number(),
        manifest.parent(),
        manifest.parentSha256(),
        manifest.sha256(),
        manifest.attempt(),
        jobOf(decision),
        decision instanceof Absorbed absorbed ? absorbed.dataset() : null,
        decision instanceof BackTo backTo ? backTo : null);
  }

  /** Whether there is a state, or was one. */
  boolean isAbsorbed() {
    return dataset != null;
  }

  private static @Nullable JobRef jobOf(Decision decision) {
    if (decision instanceof Absorbed absorbed) {
      return absorbed.job();
    }
    return decision instanceof Dead dead ? dead.job() : null;
  }
}
