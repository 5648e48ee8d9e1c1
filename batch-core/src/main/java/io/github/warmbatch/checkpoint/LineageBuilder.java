package io.github.warmbatch.checkpoint;

import io.github.warmbatch.checkpoint.Decision.BackTo;
import io.github.warmbatch.checkpoint.Decision.Disposition;
import io.github.warmbatch.checkpoint.Verdict.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws the consequences of one decision after another. For one thread. */
final class LineageBuilder {
  final List<Link> chain;
  final BitSet abandoned;
  final Ledger<String> jobs;
  final Ledger<DatasetId> datasets;
  List<JobRef> obligations;

  /** The number of the newest absorbed decision of the surviving chain, 0 for none. */
  long model;

  /** The number of the first absorbed decision, 0 for none. */
  long first;

  /** Goes on from a lineage, which stays as it is. */
  LineageBuilder(Lineage lineage) {
    chain = new ArrayList<>(lineage.chain());
    abandoned = (BitSet) lineage.abandoned().clone();
    jobs = new Ledger<>(lineage.jobs());
    datasets = new Ledger<>(lineage.datasets());
    obligations = lineage.obligations();
    model = lineage.modelNumber();
    first = lineage.firstNumber();
  }

  /** Nothing decided yet. */
  LineageBuilder() {
    chain = new ArrayList<>();
    abandoned = new BitSet();
    jobs = new Ledger<>();
    datasets = new Ledger<>();
    obligations = List.of();
  }

  /**
   * Takes the next decision.
   *
   * @throws CheckpointException when it does not follow from those before
   */
  LineageBuilder append(Link link) {
    Entry entry = link.entry();
    checkPlace(entry);
    if (entry.back() != null) {
      goBack(entry, entry.back());
    } else if (entry.job() != null) {
      decide(entry, entry.job());
    }
    chain.add(link);
    return this;
  }

  /** What going back to a number abandons and takes back, were it the next decision. */
  BackTo backTo(long parent, Disposition disposition, String reason) {
    if (parent < 0 || parent >= chain.size() || abandoned.get((int) parent)) {
      throw new CheckpointException(
          "Number %d is not an ancestor of the head, %d: the lineage cannot go back to it"
              .formatted(parent, chain.size()));
    }
    List<Long> numbers = new ArrayList<>();
    Map<String, JobRef> taken = new LinkedHashMap<>();
    for (int number = (int) parent + 1; number <= chain.size(); number++) {
      if (!abandoned.get(number)) {
        numbers.add((long) number);
        Entry entry = entry(number);
        if (entry.isAbsorbed() && entry.job() != null) {
          taken.putIfAbsent(entry.job().id(), entry.job());
        }
      }
    }
    return new BackTo(numbers, List.copyOf(taken.values()), disposition, reason);
  }

  private void decide(Entry entry, JobRef job) {
    Verdict verdict = new Verdict(entry.isAbsorbed() ? Kind.ABSORBED : Kind.DEAD, entry.number());
    jobs.put(job.id(), verdict);
    if (!obligations.isEmpty()) {
      obligations = without(Set.of(job.id()));
    }
    if (entry.dataset() != null) {
      datasets.put(entry.dataset(), verdict);
      model = entry.number();
      first = first == 0 ? model : first;
    }
  }

  private void goBack(Entry entry, BackTo backTo) {
    boolean skip = backTo.disposition() == Disposition.SKIP;
    Verdict verdict = new Verdict(skip ? Kind.SKIPPED : Kind.TO_REQUEUE, entry.number());
    for (long number : backTo.abandoned()) {
      abandoned.set((int) number);
      takeBack(number, skip ? verdict : null);
    }
    Set<String> ids = new HashSet<>();
    for (JobRef job : backTo.jobs()) {
      jobs.put(job.id(), verdict);
      ids.add(job.id());
    }
    List<JobRef> older = without(ids);
    List<JobRef> all = new ArrayList<>(skip ? List.of() : backTo.jobs());
    all.addAll(older);
    obligations = List.copyOf(all);
    model = newestAbsorbed(entry.parent());
  }

  private void takeBack(long number, @Nullable Verdict skipped) {
    DatasetId dataset = entry(number).dataset();
    if (dataset == null) {
      return;
    }
    if (skipped == null) {
      datasets.remove(dataset);
    } else {
      datasets.put(dataset, skipped);
    }
  }

  private List<JobRef> without(Set<String> ids) {
    return obligations.stream().filter(job -> !ids.contains(job.id())).toList();
  }

  private long newestAbsorbed(long from) {
    long number = from;
    while (number > 0 && !entry(number).isAbsorbed()) {
      number = entry(number).parent();
    }
    return number;
  }

  private Entry entry(long number) {
    return chain.get((int) number - 1).entry();
  }

  private void checkPlace(Entry entry) {
    long number = entry.number();
    if (number != chain.size() + 1) {
      throw new CheckpointException(
          "Manifest %d stands where number %d belongs".formatted(number, chain.size() + 1));
    }
    if (entry.back() != null) {
      checkBackTo(entry, entry.back());
    } else if (entry.parent() != number - 1) {
      throw new CheckpointException(
          "Manifest %d names %d as its parent, where only %d can be"
              .formatted(number, entry.parent(), number - 1));
    }
    checkParentDigest(entry);
  }

  private void checkBackTo(Entry entry, BackTo backTo) {
    BackTo expected = backTo(entry.parent(), backTo.disposition(), backTo.reason());
    if (!expected.equals(backTo)) {
      throw new CheckpointException(
          "Manifest %d goes back to %d, which abandons %s; it names %s, or other jobs"
              .formatted(entry.number(), entry.parent(), expected.abandoned(), backTo.abandoned()));
    }
  }

  private void checkParentDigest(Entry entry) {
    long parent = entry.parent();
    String digest = parent == 0 ? null : entry(parent).sha256();
    if (!Objects.equals(digest, entry.parentSha256())) {
      throw new CheckpointException(
          "Manifest %d names %s as the digest of its parent, manifest %d, which has %s"
              .formatted(entry.number(), entry.parentSha256(), parent, digest));
    }
  }
}
