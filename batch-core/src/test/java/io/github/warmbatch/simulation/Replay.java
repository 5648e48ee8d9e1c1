package io.github.warmbatch.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.checkpoint.DatasetId;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Decision.Absorbed;
import io.github.warmbatch.checkpoint.Decision.BackTo;
import io.github.warmbatch.checkpoint.Decision.Dead;
import io.github.warmbatch.checkpoint.Decision.Disposition;
import io.github.warmbatch.checkpoint.JobRef;
import io.github.warmbatch.checkpoint.Manifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Goes through the decisions again, one after another, by the words of the protocol and not by the
 * code that is under test, and checks that each was allowed where it stands.
 */
final class Replay {
  /** The surviving chain. */
  final List<Manifest> chain = new ArrayList<>();

  /** Jobs given up, and whether the lineage owed them. */
  final Map<JobRef, Boolean> dead = new HashMap<>();

  final Set<DatasetId> skipped = new HashSet<>();
  private final Set<String> settled = new HashSet<>();
  private List<JobRef> owed = new ArrayList<>();
  private long head;

  void follow(Manifest manifest) {
    assertThat(manifest.number()).as("numbers are consecutive").isEqualTo(head + 1);
    Decision decision = manifest.decision();
    if (decision instanceof BackTo back) {
      goBack(manifest, back);
    } else {
      assertThat(manifest.parent()).as("parent of %d", manifest.number()).isEqualTo(head);
    }
    if (decision instanceof Absorbed absorbed) {
      takeTurn(manifest, absorbed.job());
      assertThat(datasets())
          .as("absorbed before %d", manifest.number())
          .doesNotContain(absorbed.dataset());
      assertThat(skipped)
          .as("skipped before %d", manifest.number())
          .doesNotContain(absorbed.dataset());
      settled.add(absorbed.job().id());
    } else if (decision instanceof Dead given) {
      boolean obligation = !owed.isEmpty();
      takeTurn(manifest, given.job());
      dead.put(given.job(), obligation);
    }
    chain.add(manifest);
    head = manifest.number();
  }

  /** What the surviving chain holds, in its order. */
  List<DatasetId> datasets() {
    return absorbed().map(Absorbed::dataset).toList();
  }

  List<JobRef> owed() {
    return owed;
  }

  private Stream<Absorbed> absorbed() {
    return chain.stream()
        .map(Manifest::decision)
        .filter(Absorbed.class::isInstance)
        .map(Absorbed.class::cast);
  }

  private void takeTurn(Manifest manifest, JobRef job) {
    assertThat(settled)
        .as("absorbed or skipped before %d", manifest.number())
        .doesNotContain(job.id());
    if (!owed.isEmpty()) {
      assertThat(job).as("whose turn it is at %d", manifest.number()).isEqualTo(owed.remove(0));
    }
  }

  private void goBack(Manifest manifest, BackTo back) {
    List<Manifest> cut =
        chain.stream().filter(before -> before.number() > manifest.parent()).toList();
    chain.removeAll(cut);
    long top = chain.isEmpty() ? 0 : chain.get(chain.size() - 1).number();
    assertThat(manifest.parent()).as("an ancestor, for %d", manifest.number()).isEqualTo(top);
    assertThat(back.abandoned()).isEqualTo(cut.stream().map(Manifest::number).toList());
    if (back.disposition() == Disposition.SKIP) {
      assertThat(manifest.writer())
          .as("who skips jobs by %d", manifest.number())
          .isEqualTo(Operators.NAME);
    }
    Map<String, JobRef> taken = new LinkedHashMap<>();
    for (Manifest before : cut) {
      if (before.decision() instanceof Absorbed absorbed) {
        taken.put(absorbed.job().id(), absorbed.job());
        if (back.disposition() == Disposition.SKIP) {
          skipped.add(absorbed.dataset());
        }
      }
    }
    assertThat(back.jobs())
        .as("taken back by %d", manifest.number())
        .isEqualTo(List.copyOf(taken.values()));
    if (back.disposition() == Disposition.REQUEUE) {
      settled.removeAll(taken.keySet());
      List<JobRef> first = new ArrayList<>(taken.values());
      first.addAll(owed);
      owed = first;
    }
  }
}
