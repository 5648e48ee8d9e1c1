package io.github.warmbatch.checkpoint;

import io.github.warmbatch.checkpoint.Decision.Absorbed;
import io.github.warmbatch.checkpoint.Decision.BackTo;
import io.github.warmbatch.checkpoint.Decision.Dead;
import io.github.warmbatch.checkpoint.Decision.Disposition;
import io.github.warmbatch.checkpoint.Verdict.Kind;
import io.github.warmbatch.training.ModelSpec;
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
  final List<Manifest> history;
  final BitSet abandoned;
  final Ledger<String> jobs;
  final Ledger<DatasetId> datasets;
  List<JobRef> obligations;
  @Nullable Manifest model;
  @Nullable ModelSpec spec;

  /** Goes on from a lineage, which stays as it is. */
  LineageBuilder(Lineage lineage) {
    history = new ArrayList<>(lineage.history());
    abandoned = (BitSet) lineage.abandoned().clone();
    jobs = new Ledger<>(lineage.jobs());
    datasets = new Ledger<>(lineage.datasets());
    obligations = lineage.obligations();
    model = lineage.model().orElse(null);
    spec = lineage.spec().orElse(null);
  }

  /** Nothing decided yet. */
  LineageBuilder() {
    history = new ArrayList<>();
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
  LineageBuilder append(Manifest manifest) {
    checkPlace(manifest);
    Decision decision = manifest.decision();
    if (decision instanceof Absorbed absorbed) {
      absorb(manifest, absorbed);
    } else if (decision instanceof Dead dead) {
      decide(dead.job(), new Verdict(Kind.DEAD, manifest.number()));
    } else if (decision instanceof BackTo backTo) {
      goBack(manifest, backTo);
    }
    history.add(manifest);
    return this;
  }

  /** What going back to a number abandons and takes back, were it the next decision. */
  BackTo backTo(long parent, Disposition disposition, String reason) {
    if (parent < 0 || parent >= history.size() || abandoned.get((int) parent)) {
      throw new CheckpointException(
          "Number %d is not an ancestor of the head, %d: the lineage cannot go back to it"
              .formatted(parent, history.size()));
    }
    List<Long> numbers = new ArrayList<>();
    Map<String, JobRef> taken = new LinkedHashMap<>();
    for (int number = (int) parent + 1; number <= history.size(); number++) {
      if (!abandoned.get(number)) {
        numbers.add((long) number);
        if (history.get(number - 1).decision() instanceof Absorbed absorbed) {
          taken.putIfAbsent(absorbed.job().id(), absorbed.job());
        }
      }
    }
    return new BackTo(numbers, List.copyOf(taken.values()), disposition, reason);
  }

  private void absorb(Manifest manifest, Absorbed absorbed) {
    Verdict verdict = new Verdict(Kind.ABSORBED, manifest.number());
    decide(absorbed.job(), verdict);
    datasets.put(absorbed.dataset(), verdict);
    model = manifest;
    bind(absorbed.model().spec());
  }

  private void decide(JobRef job, Verdict verdict) {
    jobs.put(job.id(), verdict);
    if (!obligations.isEmpty()) {
      obligations = without(Set.of(job.id()));
    }
  }

  private void bind(ModelSpec first) {
    if (spec == null) {
      spec = first;
    }
  }

  private void goBack(Manifest manifest, BackTo backTo) {
    boolean skip = backTo.disposition() == Disposition.SKIP;
    Verdict verdict = new Verdict(skip ? Kind.SKIPPED : Kind.TO_REQUEUE, manifest.number());
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
    model = newestAbsorbed(manifest.parent());
  }

  private void takeBack(long number, @Nullable Verdict skipped) {
    if (history.get((int) number - 1).decision() instanceof Absorbed absorbed) {
      if (skipped == null) {
        datasets.remove(absorbed.dataset());
      } else {
        datasets.put(absorbed.dataset(), skipped);
      }
    }
  }

  private List<JobRef> without(Set<String> ids) {
    return obligations.stream().filter(job -> !ids.contains(job.id())).toList();
  }

  private @Nullable Manifest newestAbsorbed(long from) {
    long number = from;
    while (number > 0) {
      Manifest manifest = history.get((int) number - 1);
      if (manifest.state() != null) {
        return manifest;
      }
      number = manifest.parent();
    }
    return null;
  }

  private void checkPlace(Manifest manifest) {
    long number = manifest.number();
    if (number != history.size() + 1) {
      throw new CheckpointException(
          "Manifest %d stands where number %d belongs".formatted(number, history.size() + 1));
    }
    if ((manifest.state() != null) != (manifest.decision() instanceof Absorbed)) {
      throw new CheckpointException(
          "Manifest %d: a state belongs to an absorbed decision, and to no other"
              .formatted(number));
    }
    if (manifest.decision() instanceof BackTo backTo) {
      checkBackTo(manifest, backTo);
    } else if (manifest.parent() != number - 1) {
      throw new CheckpointException(
          "Manifest %d names %d as its parent, where only %d can be"
              .formatted(number, manifest.parent(), number - 1));
    }
    checkParentDigest(manifest);
  }

  private void checkBackTo(Manifest manifest, BackTo backTo) {
    BackTo expected = backTo(manifest.parent(), backTo.disposition(), backTo.reason());
    if (!expected.equals(backTo)) {
      throw new CheckpointException(
          "Manifest %d goes back to %d, which abandons %s; it names %s, or other jobs"
              .formatted(
                  manifest.number(), manifest.parent(), expected.abandoned(), backTo.abandoned()));
    }
  }

  private void checkParentDigest(Manifest manifest) {
    int parent = (int) manifest.parent();
    String digest = parent == 0 ? null : history.get(parent - 1).sha256();
    if (!Objects.equals(digest, manifest.parentSha256())) {
      throw new CheckpointException(
          "Manifest %d names %s as the digest of its parent, manifest %d, which has %s"
              .formatted(manifest.number(), manifest.parentSha256(), parent, digest));
    }
  }
}
