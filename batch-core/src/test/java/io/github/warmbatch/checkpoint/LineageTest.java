package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.checkpoint.Decision.Disposition;
import io.github.warmbatch.checkpoint.Verdict.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineageTest extends LineageStory {
  private static List<JobRef> jobs(Integer... days) {
    return List.of(days).stream().map(CheckpointSamples::job).toList();
  }

  @Test
  void twoFallbacksKeepQueueOrder() {
    absorb(1);
    absorb(2);
    absorb(3);
    goBack(2, Disposition.REQUEUE);
    goBack(1, Disposition.REQUEUE);
    assertThat(lineage.obligations()).isEqualTo(jobs(2, 3));
    absorb(2);
    assertThat(lineage.obligations()).isEqualTo(jobs(3));
    goBack(1, Disposition.REQUEUE);
    assertThat(lineage.obligations()).isEqualTo(jobs(2, 3));
  }

  @Test
  void anObligationEndsWithTheNextDecisionAboutItsJob() {
    absorb(1);
    absorb(2);
    absorb(3);
    absorb(4);
    goBack(1, Disposition.REQUEUE);
    assertThat(lineage.obligation()).contains(CheckpointSamples.job(2));
    giveUp(2);
    assertThat(lineage.verdict("job-2")).contains(new Verdict(Kind.DEAD, 6));
    assertThat(lineage.obligation()).contains(CheckpointSamples.job(3));
    absorb(3);
    assertThat(lineage.obligations()).isEqualTo(jobs(4));
    absorb(4);
    assertThat(lineage.obligation()).isEmpty();
  }

  @Test
  void obligationWithKnownContentEnds() {
    absorb(1);
    absorb(2);
    goBack(1, Disposition.REQUEUE);
    DatasetId content = CheckpointSamples.dataset(2);
    Decision.Absorbed byAnother =
        new Decision.Absorbed(
            new JobRef("another", content.path(), null),
            content,
            1,
            CheckpointSamples.model(),
            CheckpointSamples.scores(),
            new Timings(0, 0, 0));
    append(lineage.head(), byAnother);
    assertThat(lineage.obligation()).contains(CheckpointSamples.job(2));
    assertThat(lineage.verdict(content)).contains(new Verdict(Kind.ABSORBED, 4));
    giveUp(2);
    assertThat(lineage.obligation()).isEmpty();
    assertThat(lineage.verdict(content)).contains(new Verdict(Kind.ABSORBED, 4));
  }

  @Test
  void skippingOneFallbackLeavesTheObligationsOfAnother() {
    absorb(1);
    absorb(2);
    absorb(3);
    goBack(2, Disposition.REQUEUE);
    goBack(1, Disposition.SKIP);
    assertThat(lineage.obligations()).isEqualTo(jobs(3));
    assertThat(lineage.verdict("job-2")).contains(new Verdict(Kind.SKIPPED, 5));
  }

  @Test
  void anObligationThatIsAbsorbedAndThenSkippedIsNoObligation() {
    absorb(1);
    absorb(2);
    goBack(1, Disposition.REQUEUE);
    absorb(2);
    goBack(3, Disposition.SKIP);
    assertThat(lineage.obligation()).isEmpty();
    assertThat(lineage.verdict(CheckpointSamples.dataset(2)))
        .contains(new Verdict(Kind.SKIPPED, 5));
  }

  @Test
  void theModelIsTheNewestAbsorbedOfTheSurvivingChain() {
    giveUp(1);
    assertThat(lineage.model()).isEmpty();
    absorb(2);
    giveUp(3);
    absorb(4);
    goBack(3, Disposition.SKIP);
    assertThat(lineage.model()).contains(lineage.history().get(1));
    goBack(1, Disposition.REQUEUE);
    assertThat(lineage.model()).isEmpty();
    assertThat(lineage.spec()).contains(CheckpointSamples.SPEC);
  }

  @Test
  void theNewestAreThoseOfTheSurvivingChain() {
    absorb(1);
    giveUp(2);
    absorb(3);
    absorb(4);
    goBack(3, Disposition.SKIP);
    giveUp(5);
    absorb(6);

    assertThat(lineage.newest(10)).extracting(Manifest::number).containsExactly(7L, 3L, 1L);
    assertThat(lineage.newest(2)).extracting(Manifest::number).containsExactly(7L, 3L);
    assertThat(lineage.newest(0)).isEmpty();
    goBack(0, Disposition.SKIP);
    assertThat(lineage.newest(10)).isEmpty();
  }

  @Test
  void aLineageCanGoBackToItsBeginning() {
    absorb(1);
    absorb(2);
    goBack(0, Disposition.REQUEUE);
    assertThat(lineage.model()).isEmpty();
    assertThat(lineage.obligations()).isEqualTo(jobs(1, 2));
    absorb(1);
    assertThat(lineage.model()).contains(lineage.history().get(3));
  }

  @Test
  void aNumberThatIsNotThereIsNotFoundAndNotAbandoned() {
    absorb(1);
    for (long number : new long[] {-1, 0, 2, Long.MAX_VALUE}) {
      assertThat(lineage.find(number)).isEmpty();
      assertThat(lineage.isAbandoned(number)).isFalse();
    }
  }

  @Test
  void manifestsThatDoNotFollowAreRefused() {
    absorb(1);
    Manifest good = next(1, CheckpointSamples.absorbed(2));
    assertRefused(with(good, 3, 1, good.parentSha256()), "stands where number 2 belongs");
    assertRefused(with(good, 2, 0, good.parentSha256()), "names 0 as its parent");
    assertRefused(with(good, 2, 1, "other"), "digest of its parent");
    assertRefused(with(good, 2, 1, null), "digest of its parent");
    Decision noSuch = new Decision.BackTo(List.of(1L), List.of(), Disposition.SKIP, "why");
    assertRefused(next(0, noSuch), "abandons [1]");
    assertRefused(next(1, noSuch), "not an ancestor");
  }

  private static Manifest with(
      Manifest manifest, long number, long parent, @Nullable String parentSha256) {
    return new Manifest(
        number,
        parent,
        parentSha256,
        manifest.attempt(),
        manifest.decision(),
        manifest.state(),
        manifest.writtenAt(),
        manifest.writer(),
        manifest.sha256());
  }

  private void assertRefused(Manifest manifest, String message) {
    assertThatThrownBy(() -> lineage.with(List.of(manifest)))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(message);
  }
}
