package io.github.warmbatch.checkpoint;

import io.github.warmbatch.checkpoint.Decision.Absorbed;
import io.github.warmbatch.checkpoint.Decision.Dead;
import io.github.warmbatch.checkpoint.Verdict.Kind;
import io.github.warmbatch.training.ModelSpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every store refuses before it writes a byte, whatever the worker thought. */
final class Admission {
  private Admission() {}

  /**
   * Checks a draft against the lineage that it would continue.
   *
   * @return whether the draft comes too late, its number being taken
   * @throws CheckpointException when it may not be published at all
   */
  static boolean isLate(Draft draft, Lineage lineage, Retention retention) {
    if (draft.expectedHead() > lineage.head()) {
      throw refusal(draft, "the head is %d".formatted(lineage.head()));
    }
    if (draft.expectedHead() < lineage.head()) {
      return true;
    }
    Decision decision = draft.decision();
    if (decision instanceof Decision.BackTo back) {
      if (!lineage.backTo(draft.parent(), back.disposition(), back.reason()).equals(back)) {
        throw refusal(draft, "it does not name what going back to its parent takes back");
      }
      long model = lineage.modelNumberAt(draft.parent());
      if (retention.isPruned(model)) {
        throw refusal(draft, "the state of number %d was pruned".formatted(model));
      }
    } else if (draft.parent() != draft.expectedHead()) {
      throw refusal(draft, "its parent is %d, not the head".formatted(draft.parent()));
    }
    checkSpec(draft, lineage);
    checkLedger(draft, lineage);
    return false;
  }

  /**
   * Checks that a number can become the champion.
   *
   * @throws CheckpointRefusedException when it is not an absorbed decision of the surviving chain,
   *     or its state was given up
   */
  static void requirePromotable(long number, Lineage lineage, Retention retention) {
    if (!isAbsorbed(number, lineage) || lineage.isAbandoned(number)) {
      throw new CheckpointRefusedException(
          "Number %d cannot be promoted: it is not a checkpoint of the lineage, whose head is %d"
              .formatted(number, lineage.head()));
    }
    requireKept(number, retention, "promoted");
  }

  /**
   * Checks that a number's state can be pinned.
   *
   * @throws CheckpointRefusedException when it has none, or it was given up
   */
  static void requirePinnable(long number, Lineage lineage, Retention retention) {
    if (!isAbsorbed(number, lineage)) {
      throw new CheckpointRefusedException(
          "Number %d cannot be pinned: it is not a checkpoint of the lineage, whose head is %d"
              .formatted(number, lineage.head()));
    }
    requireKept(number, retention, "pinned");
  }

  private static boolean isAbsorbed(long number, Lineage lineage) {
    return number > 0 && number <= lineage.head() && lineage.entry(number).isAbsorbed();
  }

  private static void requireKept(long number, Retention retention, String what) {
    if (retention.isPruned(number)) {
      throw new CheckpointRefusedException(
          "Number %d cannot be %s: its state was pruned".formatted(number, what));
    }
  }

  private static void checkSpec(Draft draft, Lineage lineage) {
    ModelSpec spec = specOf(draft.decision());
    if (spec != null && lineage.spec().isPresent()) {
      List<String> differences = spec.differencesFrom(lineage.spec().get());
      if (!differences.isEmpty()) {
        throw refusal(
            draft,
            "the lineage is bound to other settings (%s)"
                .formatted(String.join("; ", differences)));
      }
    }
  }

  private static void checkLedger(Draft draft, Lineage lineage) {
    if (draft.decision() instanceof Absorbed absorbed) {
      checkOpen(draft, "job", lineage.verdict(absorbed.job().id()));
      checkOpen(draft, "data set", lineage.verdict(absorbed.dataset()));
    } else if (draft.decision() instanceof Dead dead) {
      checkOpen(draft, "job", lineage.verdict(dead.job().id()));
    }
  }

  private static void checkOpen(Draft draft, String what, Optional<Verdict> verdict) {
    verdict
        .filter(found -> found.kind() == Kind.ABSORBED || found.kind() == Kind.SKIPPED)
        .ifPresent(
            found -> {
              throw refusal(
                  draft,
                  "its %s was %s by number %d, and that stands"
                      .formatted(what, Fields.nameOf(found.kind()), found.number()));
            });
  }

  private static @Nullable ModelSpec specOf(Decision decision) {
    if (decision instanceof Absorbed absorbed) {
      return absorbed.model().spec();
    }
    return decision instanceof Dead dead ? dead.spec() : null;
  }

  private static CheckpointException refusal(Draft draft, String reason) {
    return new CheckpointException(
        "Number %d (%s) cannot be published: %s"
            .formatted(draft.expectedHead() + 1, draft.decision().kind(), reason));
  }
}
