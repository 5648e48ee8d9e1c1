package io.github.warmbatch.checkpoint;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One numbered decision of a lineage, immutable once published.
 *
 * @param number from 1 up, each given once
 * @param parent the decision that this one follows in the surviving chain, 0 for none: number - 1,
 *     except for a {@link Decision.BackTo}
 * @param parentSha256 the digest of the parent's manifest, null for none
 * @param attempt the id of the attempt that published it, unique
 * @param decision what was decided
 * @param state the new state, of an {@link Decision.Absorbed} alone
 * @param writtenAt when, by the writer's clock
 * @param writer who, for people
 * @param sha256 the digest of this manifest's own bytes
 */
public record Manifest(
    long number,
    long parent,
    @Nullable String parentSha256,
    String attempt,
    Decision decision,
    @Nullable StateRef state,
    Instant writtenAt,
    String writer,
    String sha256) {
  /** A manifest. */
  public Manifest {
    Objects.requireNonNull(attempt, "attempt");
    Objects.requireNonNull(decision, "decision");
    Objects.requireNonNull(writtenAt, "writtenAt");
    Objects.requireNonNull(writer, "writer");
    Objects.requireNonNull(sha256, "sha256");
  }
}
