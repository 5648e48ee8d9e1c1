package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.checkpoint.CommitResult.Committed;
import io.github.warmbatch.checkpoint.CommitResult.Lost;
import io.github.warmbatch.checkpoint.Decision.Disposition;
import io.github.warmbatch.checkpoint.Verification.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every {@link CheckpointStore} promises. Extend it, and say how a store is opened and how its
 * states are damaged.
 */
public abstract class CheckpointStoreContract extends LedgerContract {
  @Test
  void anEmptyStoreHasNothing() {
    CheckpointStore store = open();
    Lineage lineage = store.lineage();
    assertThat(lineage.head()).isZero();
    assertThat(lineage.history()).isEmpty();
    assertThat(lineage.model()).isEmpty();
    assertThat(lineage.spec()).isEmpty();
    assertThat(lineage.obligation()).isEmpty();
    assertThat(store.champion()).isEmpty();
    assertThat(store.verify()).isEmpty();
  }

  @Test
  void preparingDecidesNothingAndMayBeRepeated() {
    CheckpointStore store = open();
    store.prepare();
    store.prepare();
    assertThat(store.lineage().head()).isZero();
    assertThat(open().lineage().head()).isZero();
  }

  @Test
  void aDecisionIsReadBackBitForBitByWhoeverOpensTheStore() {
    CheckpointStore store = open();
    Manifest first = absorb(store, 1);
    Manifest second = giveUp(store, 2);
    assertThat(first.decision()).isEqualTo(CheckpointSamples.absorbed(1));
    assertThat(second.decision()).isEqualTo(CheckpointSamples.dead(2));
    assertThat(open().lineage().history()).containsExactly(first, second);
    assertThat(store.lineage().history()).containsExactly(first, second);
  }

  @Test
  void aDecisionIsChainedToItsParent() {
    CheckpointStore store = open();
    Manifest first = absorb(store, 1);
    Manifest second = absorb(store, 2);
    assertThat(first.number()).isEqualTo(1);
    assertThat(first.parent()).isZero();
    assertThat(first.parentSha256()).isNull();
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.parent()).isEqualTo(1);
    assertThat(second.parentSha256()).isEqualTo(first.sha256());
    assertThat(second.attempt()).isNotEqualTo(first.attempt());
  }

  @Test
  void aDraftTakenAtAnOlderHeadIsLost() {
    CheckpointStore one = open();
    CheckpointStore other = open();
    Draft late = CheckpointSamples.absorb(one.lineage(), 2);
    Manifest first = absorb(other, 1);
    assertThat(one.commit(late)).isInstanceOf(Lost.class);
    assertThat(one.lineage().history()).containsExactly(first);
  }

  @Test
  void aDraftAheadOfTheHeadIsRefused() {
    CheckpointStore store = open();
    Draft ahead = new Draft(7, 7, CheckpointSamples.dead(1), null, "sample");
    assertThatThrownBy(() -> store.commit(ahead))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("Number 8")
        .hasMessageContaining("head is 0");
  }

  @Test
  void aDraftWithAnotherParentIsRefused() {
    CheckpointStore store = open();
    absorb(store, 1);
    absorb(store, 2);
    Draft draft = new Draft(2, 1, CheckpointSamples.dead(3), null, "sample");
    assertThatThrownBy(() -> store.commit(draft))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("parent is 1");
    assertThat(store.lineage().head()).isEqualTo(2);
  }

  @Test
  void oneOfEightThreadsWinsEachNumber() throws Exception {
    int rounds = 20;
    List<Manifest> won = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<List<Manifest>>> rivals = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int rival = i;
        CheckpointStore store = open();
        rivals.add(() -> compete(store, rival, rounds));
      }
      for (Future<List<Manifest>> rival : threads.invokeAll(rivals)) {
        won.addAll(rival.get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(open().lineage().history()).containsExactlyInAnyOrderElementsOf(won);
    assertThat(open().lineage().head()).isEqualTo(rounds);
    assertThat(open().verify()).extracting(Verification::status).containsOnly(Status.OK);
  }

  private static List<Manifest> compete(CheckpointStore store, int rival, int rounds) {
    List<Manifest> won = new ArrayList<>();
    Lineage lineage = store.lineage();
    while (lineage.head() < rounds) {
      int day = (int) lineage.head() * 8 + rival;
      if (store.commit(CheckpointSamples.absorb(lineage, day)) instanceof Committed committed) {
        won.add(committed.manifest());
      }
      lineage = store.lineage();
    }
    return won;
  }

  @Test
<<<<<<< HEAD
  void theLedgerKnowsJobsByTheirId() {
    CheckpointStore store = open();
    absorb(store, 1);
    giveUp(store, 2);
    Lineage lineage = open().lineage();
    assertThat(lineage.verdict("job-1")).contains(new Verdict(Kind.ABSORBED, 1));
    assertThat(lineage.verdict("job-2")).contains(new Verdict(Kind.DEAD, 2));
    assertThat(lineage.verdict("job-3")).isEmpty();
  }

  @Test
  void theLedgerKnowsDataSetsByPathAndContentAndNonce() {
    absorb(open(), 1);
    Lineage lineage = open().lineage();
    DatasetId known = CheckpointSamples.dataset(1);
    DatasetId other = CheckpointSamples.dataset(2);
    assertThat(lineage.verdict(known)).contains(new Verdict(Kind.ABSORBED, 1));
    assertThat(lineage.verdict(new DatasetId(other.path(), known.sha256(), null))).isEmpty();
    assertThat(lineage.verdict(new DatasetId(known.path(), other.sha256(), null))).isEmpty();
    assertThat(lineage.verdict(new DatasetId(known.path(), known.sha256(), "again"))).isEmpty();
  }

  @Test
  void aDeadJobsDataSetMayBeTriedAgain() {
    CheckpointStore store = open();
    giveUp(store, 1);
    assertThat(store.lineage().verdict(CheckpointSamples.dataset(1))).isEmpty();
    absorb(store, 1);
    assertThat(store.lineage().verdict("job-1")).contains(new Verdict(Kind.ABSORBED, 2));
  }

  @Test
  void aDataSetIsAbsorbedOnce() {
    CheckpointStore store = open();
    absorb(store, 1);
    Decision.Absorbed byAnotherJob =
        new Decision.Absorbed(
            CheckpointSamples.job(2),
            CheckpointSamples.dataset(1),
            1,
            CheckpointSamples.model(),
            CheckpointSamples.scores(),
            new Timings(0, 0, 0));
    Draft again = new Draft(1, 1, byAnotherJob, out -> {}, "sample");
    assertThatThrownBy(() -> store.commit(again))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("data set was absorbed by number 1");
    assertThat(open().lineage().head()).isEqualTo(1);
  }

  @Test
  void aJobThatWasAbsorbedIsNeitherAbsorbedAgainNorGivenUp() {
    CheckpointStore store = open();
    absorb(store, 1);
    Lineage lineage = store.lineage();
    for (Draft draft :
        List.of(CheckpointSamples.absorb(lineage, 1), CheckpointSamples.giveUp(lineage, 1))) {
      assertThatThrownBy(() -> store.commit(draft))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("job was absorbed by number 1");
    }
    assertThat(open().lineage().head()).isEqualTo(1);
  }

  @Test
  void aLineageIsBoundByItsFirstDecision() {
    CheckpointStore store = open();
    giveUp(store, 1);
    assertThat(open().lineage().spec()).contains(CheckpointSamples.SPEC);
    ModelSpec spec = CheckpointSamples.SPEC;
    ModelSpec other =
        new ModelSpec(
            spec.trainer(), "OTHER", List.of(), spec.entities(), List.of(), spec.positives(), 42);
    Decision.Dead dead = new Decision.Dead(CheckpointSamples.job(2), null, "why", other);
    assertThatThrownBy(() -> store.commit(new Draft(1, 1, dead, null, "sample")))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("label: OTHER here, LABEL there")
        .hasMessageContaining("ignored columns");
  }

  @Test
  void goingBackTakesJobsBackAndMakesThemObligations() {
    CheckpointStore store = open();
    Manifest first = absorb(store, 1);
    absorb(store, 2);
    giveUp(store, 3);
    absorb(store, 4);
    Manifest back = goBack(store, 1, Disposition.REQUEUE);
    assertThat(back.parent()).isEqualTo(1);
    assertThat(back.parentSha256()).isEqualTo(first.sha256());
    Lineage lineage = open().lineage();
    assertThat(lineage.head()).isEqualTo(5);
    assertThat(lineage.model()).contains(first);
    assertThat(lineage.obligations())
        .containsExactly(CheckpointSamples.job(2), CheckpointSamples.job(4));
    assertThat(lineage.verdict("job-2")).contains(new Verdict(Kind.TO_REQUEUE, 5));
    assertThat(lineage.verdict("job-3")).contains(new Verdict(Kind.DEAD, 3));
    assertThat(lineage.verdict(CheckpointSamples.dataset(2))).isEmpty();
    assertThat(List.of(1L, 2L, 3L, 4L, 5L))
        .filteredOn(lineage::isAbandoned)
        .containsExactly(2L, 3L, 4L);
  }

  @Test
  void theLineageGoesOnFromWhereItWentBackTo() {
    CheckpointStore store = open();
    absorb(store, 1);
    absorb(store, 2);
    goBack(store, 1, Disposition.REQUEUE);
    Manifest again = absorb(store, 2);
    Lineage lineage = open().lineage();
    assertThat(again.number()).isEqualTo(4);
    assertThat(again.parent()).isEqualTo(3);
    assertThat(lineage.model()).contains(again);
    assertThat(lineage.obligation()).isEmpty();
    assertThat(lineage.verdict("job-2")).contains(new Verdict(Kind.ABSORBED, 4));
  }

  @Test
  void skippedJobStaysSkipped() {
    CheckpointStore store = open();
    absorb(store, 1);
    absorb(store, 2);
    goBack(store, 1, Disposition.SKIP);
    Lineage lineage = open().lineage();
    assertThat(lineage.obligation()).isEmpty();
    assertThat(lineage.verdict("job-2")).contains(new Verdict(Kind.SKIPPED, 3));
    assertThat(lineage.verdict(CheckpointSamples.dataset(2)))
        .contains(new Verdict(Kind.SKIPPED, 3));
    Draft delivered = CheckpointSamples.absorb(lineage, 2);
    assertThatThrownBy(() -> store.commit(delivered))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("skipped by number 3");
  }

  @Test
  void rollbackToAbandonedNumberRefused() {
    CheckpointStore store = open();
    absorb(store, 1);
    absorb(store, 2);
    goBack(store, 1, Disposition.REQUEUE);
    Lineage lineage = store.lineage();
    for (long parent : new long[] {-1, 2, 3, 4}) {
      assertThatThrownBy(() -> lineage.backTo(parent, Disposition.SKIP, "why"))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("Number %d is not an ancestor".formatted(parent));
    }
  }

  @Test
  void goingBackIsRefusedUnlessItNamesWhatItTakesBack() {
    CheckpointStore store = open();
    absorb(store, 1);
    absorb(store, 2);
    Decision forged =
        new Decision.BackTo(List.of(2L), List.of(), Disposition.REQUEUE, "to lose job 2");
    assertThatThrownBy(() -> store.commit(new Draft(2, 1, forged, null, "sample")))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("takes back");
    assertThat(open().lineage().head()).isEqualTo(2);
  }

  @Test
=======
>>>>>>> store
  void theChampionIsTheLastPromotedThatIsNotAbandoned() {
    CheckpointStore store = open();
    absorb(store, 1);
    absorb(store, 2);
    Promotion first = store.promote(1, "the first");
    Promotion second = open().promote(2, "better");
    assertThat(first.sequence()).isEqualTo(1);
    assertThat(second.sequence()).isEqualTo(2);
    assertThat(open().champion()).contains(second);
    assertThat(store.champion()).contains(second);
    goBack(store, 1, Disposition.REQUEUE);
    assertThat(open().champion()).contains(first);
  }

  @Test
  void onlyACheckpointOfTheSurvivingChainIsPromoted() {
    CheckpointStore store = open();
    absorb(store, 1);
    giveUp(store, 2);
    absorb(store, 3);
    goBack(store, 2, Disposition.SKIP);
    for (long number : new long[] {0, 2, 3, 4, 5}) {
      assertThatThrownBy(() -> store.promote(number, "why"))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("Number %d cannot be promoted".formatted(number));
    }
    assertThat(open().champion()).isEmpty();
  }

  @Test
  void aMeasureThatIsNoNumberIsNotPublished() {
    CheckpointStore store = open();
    Scores scores = new Scores(null, Double.NaN, null, null);
    Decision decision =
        new Decision.Absorbed(
            CheckpointSamples.job(1),
            CheckpointSamples.dataset(1),
            1,
            CheckpointSamples.model(),
            scores,
            new Timings(0, 0, 0));
    assertThatThrownBy(() -> store.commit(new Draft(0, 0, decision, out -> {}, "sample")))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("scores.trainingAccuracy");
    assertThat(open().lineage().head()).isZero();
  }

  @Test
  void aLineageThatWasReadDoesNotChange() {
    CheckpointStore store = open();
    absorb(store, 1);
    Lineage before = store.lineage();
    absorb(store, 2);
    goBack(store, 1, Disposition.SKIP);
    assertThat(before.head()).isEqualTo(1);
    assertThat(before.history()).hasSize(1);
    assertThat(before.verdict("job-2")).isEqualTo(Optional.empty());
  }
}
