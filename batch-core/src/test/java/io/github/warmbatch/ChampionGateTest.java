package io.github.warmbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.QualityGate.OnRegression;
import io.github.warmbatch.checkpoint.FileCheckpointStore;
import io.github.warmbatch.checkpoint.Promotion;
import io.github.warmbatch.evaluation.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How good a model is stands in the data: the trainer is a scripted one. */
class ChampionGateTest {
  private static final String HOLD_OUT = "hold-out.csv";
  private static final QualityGate BY_LOG_LOSS = QualityGate.by(Measure.LOG_LOSS);

  @TempDir private Path directory;

  private final List<Promotion> promotions = new ArrayList<>();
  private final List<Regression> regressions = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private WorkerRig rig;
  private int written;

  @BeforeEach
  void setUp() throws IOException {
    rig = new WorkerRig(directory);
    holdOut("1,0,0\n1,1,1\n");
  }

  @Test
  void theBestOnTheHoldOutIsTheChampionAndTheNewestStaysTheHead() {
    push(60, 80, 70);

    RunSummary run = run(BY_LOG_LOSS);

    assertThat(champion()).isEqualTo(2);
    assertThat(run.head()).isEqualTo(3);
    assertThat(run.isClean()).isTrue();
    assertThat(promotions).extracting(Promotion::number).containsExactly(1L, 2L);
    assertThat(promotions.get(1).reason())
        .isEqualTo("log loss 0.223144 on the hold-out, where number 1 has 0.510826");
  }

  @Test
  void whatBecameWorseIsSaidWithItsFigures() {
    push(80, 70);

    run(BY_LOG_LOSS);

    assertThat(regressions)
        .singleElement()
        .satisfies(
            worse -> {
              assertThat(worse.number()).isEqualTo(2);
              assertThat(worse.champion()).isEqualTo(1);
              assertThat(worse.value()).isEqualTo(-Math.log(0.7));
              assertThat(worse.message())
                  .contains(
                      "log loss on the hold-out is 0.356675, worse by 0.133531 than 0.223144");
            });
  }

  @Test
  void whatIsWorseWithinTheToleranceIsPromoted() {
    push(80, 79, 60);

    run(BY_LOG_LOSS.tolerating(0.1));

    assertThat(promotions).extracting(Promotion::number).containsExactly(1L, 2L);
    assertThat(regressions).extracting(Regression::number).containsExactly(3L);
  }

  @Test
  void byDefaultAveragePrecisionDecides() {
    push(60, 40, 80);

    run(QualityGate.DEFAULT);

    assertThat(promotions).extracting(Promotion::number).containsExactly(1L, 3L);
    assertThat(regressions)
        .singleElement()
        .satisfies(worse -> assertThat(worse.message()).contains("average precision"));
  }

  @Test
  void aMeasureOfOnesOwnDecides() {
    push(60, 40, 80);

    run(QualityGate.by(Measure.lowerIsBetter("hits", card -> card.accuracy())));

    assertThat(promotions).extracting(Promotion::number).containsExactly(1L, 2L);
  }

  @Test
  void aMeasureThatFailsIsAWarningAndCostsNoJob() {
    push(60, 70);
    Measure broken =
        Measure.higherIsBetter(
            "broken",
            card -> {
              throw new IllegalStateException("no such figure");
            });

    RunSummary run = run(QualityGate.by(broken));

    assertThat(run.absorbed()).isEqualTo(2);
    assertThat(warnings).anyMatch(warning -> warning.contains("no such figure"));
    assertThat(champion()).isEqualTo(1);
  }

  @Test
  void onRequestARegressionEndsTheRunBeforeAnotherJobIsClaimed() {
    push(80, 70, 90);

    RunSummary run = run(BY_LOG_LOSS.onRegression(OnRegression.STOP));

    assertThat(run.outcome()).isEqualTo(RunSummary.Outcome.REGRESSED);
    assertThat(run.head()).isEqualTo(2);
    assertThat(rig.queue.stats().queued()).isEqualTo(1);
    assertThat(rig.queue.stats().inFlight()).isZero();
  }

  @Test
  void aRunThatEndedForARegressionDoesSoAgainUntilSomebodyDecides() {
    QualityGate stopping = BY_LOG_LOSS.onRegression(OnRegression.STOP);
    push(80, 70, 75);
    run(stopping);

    assertThat(run(stopping).outcome()).isEqualTo(RunSummary.Outcome.REGRESSED);
    assertThat(rig.queue.stats().queued()).isEqualTo(1);

    rig.store().promote(2, "good enough");
    assertThat(run(stopping).outcome()).isEqualTo(RunSummary.Outcome.DRAINED);
    assertThat(champion()).isEqualTo(3);
  }

  @Test
  void aPromotionThatACrashPreventedIsMadeUpForAtTheNextStart() throws IOException {
    push(60, 80);
    run(BY_LOG_LOSS);
    Files.delete(directory.resolve("output/lineage/promotions/00000002.json"));
    assertThat(champion()).isEqualTo(1);

    run(BY_LOG_LOSS);

    assertThat(champion()).isEqualTo(2);
  }

  @Test
  void whoeverPromotedAnOlderOneIsNotOverruledBeforeThereIsSomethingNew() {
    push(60, 80);
    run(BY_LOG_LOSS);
    rig.store().promote(1, "number 2 misbehaves");

    run(BY_LOG_LOSS);
    assertThat(champion()).isEqualTo(1);

    push(70);
    run(BY_LOG_LOSS);
    assertThat(champion()).isEqualTo(3);
  }

  @Test
  void withoutAHoldOutTheNewestIsTheChampion() {
    push(80, 60);

    rig.run(worker());

    assertThat(champion()).isEqualTo(2);
    assertThat(warnings).isEmpty();
  }

  @Test
  void onAnotherHoldOutTheChampionIsScoredAgainAndBothDigestsAreNamed() throws IOException {
    push(80);
    run(BY_LOG_LOSS);
    String before = digest(1);

    // All labels are turned round: who was right before is wrong now.
    holdOut("1,0,1\n1,1,0\n");
    push(70, 75, 90);
    run(BY_LOG_LOSS);

    assertThat(promotions).extracting(Promotion::number).containsExactly(1L, 2L);
    assertThat(regressions).extracting(Regression::number).containsExactly(3L, 4L);
    assertThat(regressions.get(0).championValue()).isEqualTo(-Math.log(1 - 0.7));
    assertThat(warnings)
        .singleElement()
        .satisfies(warning -> assertThat(warning).contains(before, digest(2)));
  }

  @Test
  void aChampionThatIsBetterOnTheNewHoldOutStays() throws IOException {
    push(80);
    run(BY_LOG_LOSS);

    holdOut("1,0,0\n1,1,1\n1,1,1\n");
    push(70);
    run(BY_LOG_LOSS);

    assertThat(champion()).isEqualTo(1);
    assertThat(regressions).extracting(Regression::championValue).containsExactly(-Math.log(0.8));
  }

  @Test
  void aChampionOfTimesWithoutAHoldOutIsScoredToBeCompared() {
    push(80);
    rig.run(worker());

    push(70);
    run(BY_LOG_LOSS);

    assertThat(champion()).isEqualTo(1);
    assertThat(warnings)
        .singleElement()
        .satisfies(warning -> assertThat(warning).contains("was scored on none", digest(2)));
  }

  @Test
  void aChampionWithScoresIsNotReplacedByWhatHasNone() {
    push(60);
    run(BY_LOG_LOSS);

    push(80);
    rig.run(worker());

    assertThat(champion()).isEqualTo(1);
    assertThat(warnings)
        .singleElement()
        .satisfies(
            warning ->
                assertThat(warning)
                    .contains("Number 2 is not promoted", "no hold-out", digest(1), "by hand"));
  }

  @Test
  void aChampionWhoseStateIsDamagedIsReplacedWithAWarning() throws IOException {
    push(80, 60);
    run(BY_LOG_LOSS);
    Path state =
        FileCheckpointStore.in(directory.resolve("output"))
            .stateFile(rig.lineage().find(1).orElseThrow());
    Files.write(state, new byte[100]);

    holdOut("1,0,0\n1,1,1\n1,1,1\n");
    push(70);
    run(BY_LOG_LOSS);

    assertThat(champion()).isEqualTo(3);
    assertThat(warnings).anyMatch(warning -> warning.contains(state.getFileName().toString()));
  }

  @Test
  void whereTheMeasureIsNotDefinedTheNewestIsTheChampionAndThatIsSaid() throws IOException {
    holdOut("1,0,0\n");
    push(80, 60);

    run(QualityGate.DEFAULT);

    assertThat(champion()).isEqualTo(2);
    assertThat(warnings).anyMatch(warning -> warning.contains("average precision"));
  }

  @Test
  void stoppingWithoutAHoldOutIsRefused() {
    BatchWorkerBuilder builder = worker().gate(QualityGate.DEFAULT.onRegression(OnRegression.STOP));

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("gate: ");
  }

  @Test
  void aToleranceThatIsNoNumberFromZeroUpIsRefused() {
    for (double wrong : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> QualityGate.DEFAULT.tolerating(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(String.valueOf(wrong));
    }
  }

  private void holdOut(String rows) throws IOException {
    Files.writeString(directory.resolve(HOLD_OUT), "amount,day,label\n" + rows);
  }

  private void push(int... goodness) {
    for (int each : goodness) {
      written++;
      rig.push(rig.writeRows("d/%d.csv".formatted(written), each + ",0,0\n" + written + ",1,1\n"));
    }
  }

  private RunSummary run(QualityGate gate) {
    return rig.run(worker().holdOut(HOLD_OUT).gate(gate));
  }

  private BatchWorkerBuilder worker() {
    return rig.worker(new ScriptedTrainer())
        .listener(
            new WorkerListener() {
              @Override
              public void promoted(Promotion promotion) {
                promotions.add(promotion);
              }

              @Override
              public void regressed(Regression regression) {
                regressions.add(regression);
              }

              @Override
              public void warning(String message) {
                warnings.add(message);
              }
            });
  }

  private long champion() {
    return rig.store().champion().orElseThrow().number();
  }

  private String digest(long number) {
    return Objects.requireNonNull(HoldOutScores.digest(rig.lineage().find(number).orElseThrow()));
  }
}
