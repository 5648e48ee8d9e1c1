package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.checkpoint.CommitResult.Committed;
import io.github.warmbatch.checkpoint.CommitResult.Lost;
import io.github.warmbatch.checkpoint.Decision.Disposition;
import io.github.warmbatch.checkpoint.Verification.Status;
import java.io.IOException;
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
        .isInstanceOf(UnwritableDraftException.class)
        .hasMessageContaining("scores.trainingAccuracy");
    assertThat(open().lineage().head()).isZero();
  }

  @Test
  void aRecordTooLargeToBeReadAgainIsNotPublishedAndSaysSoForGood() {
    CheckpointStore store = open();
    Decision dead =
        new Decision.Dead(
            CheckpointSamples.job(1), null, "x".repeat(Json.MAX_BYTES), CheckpointSamples.SPEC);
    assertThatThrownBy(() -> store.commit(new Draft(0, 0, dead, null, "sample")))
        .isInstanceOf(UnwritableDraftException.class)
        .hasMessageContaining("Number 1 (dead)")
        .hasMessageContaining("more than the 16777216 that are read again");
    assertThat(open().lineage().head()).isZero();
    giveUp(store, 1);
  }

  @Test
  void aFailureOfTheStateAloneIsNotForGood() {
    CheckpointStore store = open();
    Draft.StateWriter failing =
        out -> {
          throw new IOException("no space");
        };
    Draft draft = new Draft(0, 0, CheckpointSamples.absorbed(1), failing, "sample");
    assertThatThrownBy(() -> store.commit(draft)).isNotInstanceOf(UnwritableDraftException.class);
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
