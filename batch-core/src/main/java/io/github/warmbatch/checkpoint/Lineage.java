package io.github.warmbatch.checkpoint;

import io.github.warmbatch.training.ModelSpec;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * A lineage as it was read at one moment: the chain of decisions and what follows from it. A pure
 * function of its manifests. Immutable.
 */
public final class Lineage {
  private final List<Link> chain;
  private final List<Manifest> history;
  private final BitSet abandoned;
  private final Ledger<String> jobs;
  private final Ledger<DatasetId> datasets;
  private final List<JobRef> obligations;
  private final long model;
  private final long first;

  /** Takes what the builder has, which must not be used any more. */
  private Lineage(LineageBuilder built) {
    this.chain = Collections.unmodifiableList(built.chain);
    this.history = new History(chain);
    this.abandoned = built.abandoned;
    this.jobs = built.jobs.toContinue();
    this.datasets = built.datasets.toContinue();
    this.obligations = built.obligations;
    this.model = built.model;
    this.first = built.first;
  }

  /**
   * The lineage of these manifests, numbered from 1 without a gap.
   *
   * @throws CheckpointException when they do not follow from each other
   */
  public static Lineage of(List<Manifest> history) {
    return append(new LineageBuilder(), history.stream().map(Link::of).toList());
  }

  /**
   * This lineage with further decisions, for little more than what they cost.
   *
   * @throws CheckpointException when they do not follow
   */
  Lineage with(List<Manifest> next) {
    return withLinks(next.stream().map(Link::of).toList());
  }

  /** The same, of decisions that need not be whole in memory. */
  Lineage withLinks(List<Link> next) {
    return next.isEmpty() ? this : append(new LineageBuilder(this), next);
  }

  private static Lineage append(LineageBuilder builder, List<Link> links) {
    links.forEach(builder::append);
    return new Lineage(builder);
  }

  /**
   * All decisions, oldest first, abandoned ones included. Of a long lineage those that nobody asked
   * for yet are read when they are, which may fail with a {@link CheckpointException}.
   */
  public List<Manifest> history() {
    return history;
  }

  /** The number of the newest decision, 0 where there is none. */
  public long head() {
    return chain.size();
  }

  /** The decision of this number. */
  public Optional<Manifest> find(long number) {
    return number < 1 || number > head()
        ? Optional.empty()
        : Optional.of(history.get((int) number - 1));
  }

  /**
   * The checkpoint whose state is the model now: the newest absorbed one of the surviving chain.
   */
  public Optional<Manifest> model() {
    return find(model);
  }

  /** The newest absorbed decisions of the surviving chain, at most so many, newest first. */
  public List<Manifest> newest(int most) {
    List<Manifest> newest = new ArrayList<>();
    long number = model;
    while (number > 0 && newest.size() < most) {
      newest.add(history.get((int) number - 1));
      number = modelNumberAt(entry(number).parent());
    }
    return newest;
  }

  /**
   * What the lineage is bound to: the settings of the first data set that was absorbed. Jobs given
   * up before that bind nothing, since the settings may be what was wrong.
   */
  public Optional<ModelSpec> spec() {
    return find(first).map(manifest -> ((Decision.Absorbed) manifest.decision()).model().spec());
  }

  /** Whether a number is not part of the surviving chain, having been taken back. */
  public boolean isAbandoned(long number) {
    return number > 0 && number <= head() && abandoned.get((int) number);
  }

  /** The last decision about a job, by the id that its queue gave it. */
  public Optional<Verdict> verdict(String jobId) {
    return jobs.get(jobId);
  }

  /** The last decision about a data set that was absorbed, in the surviving chain, or skipped. */
  public Optional<Verdict> verdict(DatasetId dataset) {
    return datasets.get(dataset);
  }

  /** The first job that was taken back, is to be done again, and has not been decided since. */
  public Optional<JobRef> obligation() {
    return obligations.stream().findFirst();
  }

  /**
   * All jobs that were taken back, are to be done again, and have not been decided since, in the
   * order in which they are to be done: those taken back last come first.
   */
  public List<JobRef> obligations() {
    return obligations;
  }

  /**
   * The decision that goes back to an earlier number of the surviving chain, as a draft needs it:
   * with what it abandons and takes back.
   *
   * @param parent the number to go on from; 0 for the beginning
   * @param disposition what is to become of the jobs that are taken back
   * @param reason why, for people
   * @throws CheckpointException when the number is not an ancestor of the head
   */
  public Decision.BackTo backTo(long parent, Decision.Disposition disposition, String reason) {
    return new LineageBuilder(this).backTo(parent, disposition, reason);
  }

  /** The chain, not to be changed. */
  List<Link> chain() {
    return chain;
  }

  /** What the ledger knows of a number from 1 to the head. */
  Entry entry(long number) {
    return chain.get((int) number - 1).entry();
  }

  /** The number whose state is the model now, 0 for none. */
  long modelNumber() {
    return model;
  }

  /** The number whose state is the model where the lineage would go back to this one. */
  long modelNumberAt(long number) {
    long found = number;
    while (found > 0 && !entry(found).isAbsorbed()) {
      found = entry(found).parent();
    }
    return found;
  }

  /** The number of the first absorbed decision, 0 for none. */
  long firstNumber() {
    return first;
  }

  /** The abandoned numbers, not to be changed. */
  BitSet abandoned() {
    return abandoned;
  }

  /** The ledger by job, not to be changed. */
  Ledger<String> jobs() {
    return jobs;
  }

  /** The ledger by content, not to be changed. */
  Ledger<DatasetId> datasets() {
    return datasets;
  }

  /** The manifests of a chain, each read when it is asked for. */
  private static final class History extends AbstractList<Manifest> implements RandomAccess {
    private final List<Link> chain;

    History(List<Link> chain) {
      this.chain = chain;
    }

    @Override
    public Manifest get(int index) {
      return chain.get(index).manifest();
    }

    @Override
    public int size() {
      return chain.size();
    }
  }
}
