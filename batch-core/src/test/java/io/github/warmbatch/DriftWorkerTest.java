package io.github.warmbatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.drift.DriftFinding;
import io.github.warmbatch.learner.Learners;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drift as a worker tells of it, from the lineage alone. */
class DriftWorkerTest {
  private static final int ROWS = 300;

  @TempDir private Path directory;
  private WorkerRig rig;

  @BeforeEach
  void setUp() {
    rig = new WorkerRig(directory);
  }

  /** A data set whose amounts are some of their usual size, and whose days count on. */
  private static String day(WorkerRig rig, int number, double factor) {
    Random random = new Random(number);
    return rig.writeRows(
        "d/%02d.csv".formatted(number),
        IntStream.range(0, ROWS)
            .mapToObj(
                row ->
                    "%s,%d,%d"
                        .formatted(
                            factor * Math.exp(random.nextGaussian()), number, random.nextInt(2)))
            .collect(Collectors.joining("\n", "", "\n")));
  }

  private static void push(WorkerRig rig, int from, int to) {
    IntStream.range(from, to).forEach(number -> rig.push(day(rig, number, 1)));
  }

  private static List<List<DriftFinding>> findings(WorkerRig rig) {
    return rig.lineage().history().stream()
        .map(Manifest::decision)
        .filter(Decision.Absorbed.class::isInstance)
        .map(decision -> ((Decision.Absorbed) decision).drift())
        .toList();
  }

  @Test
  void whatChangedIsToldOnceTheDataSetIsLearned() {
    push(rig, 1, 6);
    rig.push(day(rig, 6, 10));
    Told told = new Told();

    assertThat(rig.run(rig.worker().listener(told)).absorbed()).isEqualTo(6);

    assertThat(told.drifts).hasSize(1);
    Drift drift = told.drifts.get(0);
    assertThat(drift.number()).isEqualTo(6);
    assertThat(drift.path()).isEqualTo("d/06.csv");
    assertThat(drift.findings()).extracting(DriftFinding::name).containsExactly("amount");
    assertThat(drift.message())
        .startsWith("d/06.csv, number 6, is not like the data sets before it: amount (Jensen-");
    assertThat(told.absorbedBefore).containsExactly(6L);
    assertThat(findings(rig).get(5)).isEqualTo(drift.findings());
  }

  @Test
  void aRestartBetweenDataSetsMakesNoDifference() {
    push(rig, 1, 5);
    rig.push(day(rig, 5, 10), day(rig, 6, 1), day(rig, 7, 10));
    rig.run();
    WorkerRig restarted = new WorkerRig(directory.resolve("restarted"));
    for (int number = 1; number <= 7; number++) {
      restarted.push(day(restarted, number, number % 2 == 1 && number >= 5 ? 10 : 1));
      restarted.run(restarted.worker().keepLast(2));
    }

    assertThat(findings(restarted)).isEqualTo(findings(rig));
    assertThat(findings(rig)).filteredOn(found -> !found.isEmpty()).hasSize(1);
  }

  @Test
  void whatWasTakenBackDoesNotCount() {
    push(rig, 1, 6);
    rig.push(day(rig, 6, 10), day(rig, 7, 10), day(rig, 8, 10));
    rig.run();
    rig.rollBack(5, Decision.Disposition.SKIP);
    rig.push(day(rig, 9, 1), day(rig, 10, 10));
    Told told = new Told();

    rig.run(rig.worker().listener(told));

    assertThat(told.drifts).extracting(Drift::path).containsExactly("d/10.csv");
    assertThat(told.drifts.get(0).findings().get(0).threshold()).isEqualTo(0.2);
  }

  @Test
  void dataSetsOfOneRowOneClassAndConstantColumnsAreLearned() {
    for (int number = 1; number <= 9; number++) {
      rig.push(rig.writeRows("d/%d.csv".formatted(number), "7,,0\n"));
    }
    rig.push(rig.writeRows("d/none.csv", ""));
    rig.push(rig.writeRows("d/x.csv", "7,,0\n".repeat(50)));

    assertThat(rig.run().absorbed()).isEqualTo(10);
    assertThat(findings(rig)).allMatch(List::isEmpty);
  }

  @Test
  void aConceptThatTurnsRoundIsFoundByTheScore() {
    for (int number = 1; number <= 12; number++) {
      rig.push(concept(number, number == 12));
    }
    Told told = new Told();

    rig.run(rig.worker(Learners.logistic()).listener(told));

    assertThat(told.drifts).extracting(Drift::path).containsExactly("c/12.csv");
    assertThat(told.drifts.get(0).findings())
        .singleElement()
        .satisfies(found -> assertThat(found.kind()).isEqualTo(DriftFinding.Kind.SCORE));
  }

  /** Rows whose label follows the amount, or the other way round. */
  private String concept(int number, boolean turned) {
    Random random = new Random(number);
    StringBuilder rows = new StringBuilder();
    for (int row = 0; row < 600; row++) {
      double amount = random.nextDouble();
      boolean isHigh = amount + 0.1 * random.nextGaussian() > 0.5;
      rows.append("%s,%d,%d\n".formatted(amount, random.nextInt(5), isHigh == turned ? 0 : 1));
    }
    return rig.writeRows("c/%d.csv".formatted(number), rows.toString());
  }

  @Test
  void ofManyFindingsAFewAreNamedAndTheOthersCounted() {
    List<DriftFinding> findings =
        IntStream.range(0, 9)
            .mapToObj(i -> new DriftFinding(DriftFinding.Kind.COLUMN, "c" + i, 1, 0.2, "e" + i))
            .toList();

    assertThat(new Drift(4, "d.csv", findings).message())
        .isEqualTo(
            "d.csv, number 4, is not like the data sets before it: c0 (Jensen-Shannon distance"
                + " 1.00, alarm above 0.20): e0; c1 (Jensen-Shannon distance 1.00, alarm above"
                + " 0.20): e1; c2 (Jensen-Shannon distance 1.00, alarm above 0.20): e2; and 6 more");
  }

  private static final class Told implements WorkerListener {
    private final List<Drift> drifts = new ArrayList<>();
    private final List<Long> absorbedBefore = new ArrayList<>();
    private long absorbed;

    @Override
    public void absorbed(Manifest manifest) {
      absorbed = manifest.number();
    }

    @Override
    public void drifted(Drift drift) {
      drifts.add(drift);
      absorbedBefore.add(absorbed);
    }
  }
}
