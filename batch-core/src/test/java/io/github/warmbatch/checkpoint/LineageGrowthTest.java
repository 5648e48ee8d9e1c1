package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.checkpoint.Decision.Disposition;
import io.github.warmbatch.checkpoint.Verdict.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A lineage that grew is the one that is read at once. */
class LineageGrowthTest extends LineageStory {
  @Test
  void oneByOneAndAllAtOnceComeToTheSame() {
    Random random = new Random(3);
    for (int run = 0; run < 50; run++) {
      lineage = Lineage.of(List.of());
      List<Lineage> steps = new ArrayList<>();
      for (int step = 0; step < 60; step++) {
        appendAnything(random);
        steps.add(lineage);
      }
      for (Lineage step : steps) {
        assertSame(Lineage.of(lineage.history().subList(0, (int) step.head())), step);
        assertObligationsAreTheJobsToRequeue(step);
      }
    }
  }

  @Test
  void aLongLineageGrownOneByOneKnowsAllItsJobs() {
    for (int day = 0; day < 700; day++) {
      absorb(day);
    }
    goBack(100, Disposition.REQUEUE);
    goBack(50, Disposition.SKIP);
    for (int day = 0; day < 700; day++) {
      Kind expected = day < 50 ? Kind.ABSORBED : day < 100 ? Kind.SKIPPED : Kind.TO_REQUEUE;
      assertThat(lineage.verdict("job-" + day)).map(Verdict::kind).contains(expected);
      assertThat(lineage.verdict(CheckpointSamples.dataset(day)).isPresent()).isEqualTo(day < 100);
    }
    assertThat(lineage.obligations()).hasSize(600);
    assertSame(Lineage.of(lineage.history()), lineage);
  }

  private void appendAnything(Random random) {
    int day = random.nextInt(1000);
    switch (random.nextInt(6)) {
      case 0 -> giveUp(day);
      case 1 -> goBackSomewhere(random);
      case 2 -> lineage.obligation().ifPresent(job -> absorb(dayOf(job)));
      default -> absorb(day);
    }
  }

  private void goBackSomewhere(Random random) {
    long parent = random.nextInt((int) lineage.head() + 1);
    if (parent < lineage.head() && !lineage.isAbandoned(parent)) {
      goBack(parent, random.nextBoolean() ? Disposition.REQUEUE : Disposition.SKIP);
    }
  }

  private static int dayOf(JobRef job) {
    return Integer.parseInt(job.id().substring("job-".length()));
  }

  private static void assertSame(Lineage expected, Lineage found) {
    assertThat(found.history()).isEqualTo(expected.history());
    assertThat(found.model()).isEqualTo(expected.model());
    assertThat(found.obligations()).isEqualTo(expected.obligations());
    assertThat(found.jobs().all()).isEqualTo(expected.jobs().all());
    assertThat(found.datasets().all()).isEqualTo(expected.datasets().all());
    assertThat(found.abandoned()).isEqualTo(expected.abandoned());
  }

  private static void assertObligationsAreTheJobsToRequeue(Lineage lineage) {
    List<String> toRequeue =
        lineage.jobs().all().entrySet().stream()
            .filter(entry -> entry.getValue().kind() == Kind.TO_REQUEUE)
            .map(Map.Entry::getKey)
            .toList();
    assertThat(lineage.obligations())
        .extracting(JobRef::id)
        .containsExactlyInAnyOrderElementsOf(toRequeue);
  }
}
