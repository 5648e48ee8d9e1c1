package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.checkpoint.Decision.Disposition;
import io.github.warmbatch.checkpoint.Verdict.Kind;
import io.github.warmbatch.training.ModelSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store promises about who was decided, and about going back. */
abstract class LedgerContract extends RollbackContract {
  @Test
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
  void aLineageIsBoundByTheFirstDataSetItAbsorbs() {
    CheckpointStore store = open();
    giveUp(store, 1);
    assertThat(open().lineage().spec()).isEmpty();
    absorb(store, 2);
    assertThat(open().lineage().spec()).contains(CheckpointSamples.SPEC);
    ModelSpec spec = CheckpointSamples.SPEC;
    ModelSpec other =
        new ModelSpec(
            spec.trainer(), "OTHER", List.of(), spec.entities(), List.of(), spec.positives(), 42);
    Decision.Dead dead = new Decision.Dead(CheckpointSamples.job(3), null, "why", other);
    assertThatThrownBy(() -> store.commit(new Draft(2, 2, dead, null, "sample")))
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
}
