package io.github.warmbatch.checkpoint;

import io.github.warmbatch.training.ModelSpec;
import java.util.List;
import java.util.Optional;

/**
 * A lineage as it was read at one moment: the chain of decisions and what follows from it.
 * Immutable.
 */
public final class Lineage {
  private final List<Manifest> history;

  private Lineage(List<Manifest> history) {
    this.history = List.copyOf(history);
  }

  /** The lineage of these manifests, numbered from 1 without a gap. */
  public static Lineage of(List<Manifest> history) {
    return new Lineage(history);
  }

  /** All decisions, oldest first, abandoned ones included. */
  public List<Manifest> history() {
    return history;
  }

  /** The number of the newest decision, 0 where there is none. */
  public long head() {
    return history.size();
  }

  /** The decision of this number. */
  public Optional<Manifest> find(long number) {
    throw new UnsupportedOperationException();
  }

  /**
   * The checkpoint whose state is the model now: the newest absorbed one of the surviving chain.
   */
  public Optional<Manifest> model() {
    throw new UnsupportedOperationException();
  }

  /** What the lineage is bound to; empty before its first decision. */
  public Optional<ModelSpec> spec() {
    throw new UnsupportedOperationException();
  }

  /** Whether a number is not part of the surviving chain. */
  public boolean isAbandoned(long number) {
    throw new UnsupportedOperationException();
  }

  /** The last decision about a job, by the id that its queue gave it. */
  public Optional<Verdict> verdict(String jobId) {
    throw new UnsupportedOperationException();
  }

  /** The last decision about a data set that was absorbed, in the surviving chain, or skipped. */
  public Optional<Verdict> verdict(DatasetId dataset) {
    throw new UnsupportedOperationException();
  }

  /** The first job that was taken back, is to be done again, and has not been decided since. */
  public Optional<JobRef> obligation() {
    throw new UnsupportedOperationException();
  }
}
