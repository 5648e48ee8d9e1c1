package io.github.warmbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Model;
import io.github.warmbatch.screening.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first data set of a lineage binds it to, and what stops it from beginning. */
class FirstLookTest {
  private static final int ROWS = 200;

  @TempDir private Path directory;

  private WorkerRig rig;

  @BeforeEach
  void setUp() {
    rig = new WorkerRig(directory);
  }

  @Test
  void leakStopsTheRunAndGivesTheJobBack() {
    rig.push(leaking("d/1.csv"));

    assertThatThrownBy(() -> rig.run())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("d/1.csv gives the label 'label' away: column 'day' is 1 in all 20")
        .hasMessageContaining("--ignore day")
        .hasMessageContaining("--allow-leak day");
    assertThat(rig.queue.stats().queued()).isEqualTo(1);
    assertThat(rig.queue.stats().inFlight()).isZero();
    assertThat(rig.lineage().history()).isEmpty();
  }

  @Test
  void leakInTheHoldOutStopsTheRunBeforeAnythingIsClaimed() {
    rig.push(rig.write("d/1.csv", 1));
    String holdOut = leaking("hold/out.csv");

    assertThatThrownBy(() -> rig.run(rig.worker().holdOut(holdOut)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("hold/out.csv gives the label 'label' away: column 'day'");
    assertThat(rig.events()).isEmpty();
  }

  @Test
  void allowedLeakIsLearned() {
    rig.push(leaking("d/1.csv"));

    assertThat(rig.run(rig.worker().allowLeak("day")).absorbed()).isEqualTo(1);
    assertThat(model().features().names()).containsExactly("amount", "day");
  }

  @Test
  void ignoredLeakIsNone() {
    rig.push(leaking("d/1.csv"));

    assertThat(rig.run(rig.worker().ignoring("day")).absorbed()).isEqualTo(1);
    assertThat(model().spec().identifiers()).isEmpty();
  }

  @Test
  void lineageOnceBegunIsNotLookedAtAgain() {
    rig.push(rig.write("d/1.csv", 1), leaking("d/2.csv"), numbered("d/3.csv", 0));

    assertThat(rig.run().absorbed()).isEqualTo(3);
    assertThat(model().features().names()).containsExactly("amount", "day");
  }

  @Test
  void identifierIsLeftOutAndSaidSo() {
    rig.push(numbered("d/1.csv", 1000));
    Dropped dropped = new Dropped();

    rig.run(rig.worker().listener(dropped));

    assertThat(dropped.told)
        .containsExactly(
            "d/1.csv: day holds 200 different whole numbers from 1000 to 1199 in 200 rows, each"
                + " above the last");
    assertThat(model().features().names()).containsExactly("amount");
    assertThat(model().spec().identifiers()).containsExactly("day");
  }

  @Test
  void whatWasLeftOutStaysOutWhateverALaterDataSetHoldsAndWhoeverGoesOn() {
    rig.push(numbered("d/1.csv", 1000));
    rig.run();
    rig.push(rig.write("d/2.csv", 2));
    Dropped dropped = new Dropped();
    rig.run(rig.worker().listener(dropped));
    WorkerRig undisturbed = new WorkerRig(directory.resolve("undisturbed"));
    undisturbed.push(numbered(undisturbed, "d/1.csv", 1000), undisturbed.write("d/2.csv", 2));
    undisturbed.run();

    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv");
    assertThat(model().features().names()).containsExactly("amount");
    assertThat(model().spec().identifiers()).containsExactly("day");
    assertThat(dropped.told).isEmpty();
    assertThat(rig.state()).isEqualTo(undisturbed.state());
  }

  @Test
  void lineageThatWentBackToItsBeginningStaysBound() {
    rig.push(numbered("d/1.csv", 1000));
    rig.run();
    rig.rollBack(0, Decision.Disposition.SKIP);
    rig.push(rig.write("d/2.csv", 2), leaking("d/3.csv"));

    rig.run();

    assertThat(rig.absorbed()).containsExactly("d/2.csv", "d/3.csv");
    assertThat(model().spec().identifiers()).containsExactly("day");
  }

  @Test
  void identifierThatIsAllowedIsKept() {
    rig.push(numbered("d/1.csv", 1000));

    rig.run(rig.worker().allowLeak("day"));

    assertThat(model().features().names()).containsExactly("amount", "day");
  }

  @Test
  void allowanceThatContradictsIsRefused() {
    assertThatThrownBy(() -> rig.worker().allowLeak("label").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("allowLeak: 'label' is the label");
    assertThatThrownBy(() -> rig.worker().ignoring("day").allowLeak("day").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("allowLeak: 'day' is ignored, too");
  }

  private Model model() {
    return ((Decision.Absorbed) rig.lineage().model().orElseThrow().decision()).model();
  }

  private String leaking(String path) {
    return write(rig, path, row -> "%d,%d,%d".formatted(row % 7, isTenth(row), isTenth(row)));
  }

  private String numbered(String path, int first) {
    return numbered(rig, path, first);
  }

  private static String numbered(WorkerRig rig, String path, int first) {
    return write(rig, path, row -> "%d,%d,%d".formatted(row % 7, first + row, isTenth(row)));
  }

  private static String write(WorkerRig rig, String path, IntFunction<String> row) {
    return rig.writeRows(
        path, IntStream.range(0, ROWS).mapToObj(row).collect(Collectors.joining("\n", "", "\n")));
  }

  private static int isTenth(int row) {
    return row % 10 == 0 ? 1 : 0;
  }

  private static final class Dropped implements WorkerListener {
    private final List<String> told = new ArrayList<>();

    @Override
    public void dropped(String path, List<Finding> identifiers) {
      identifiers.forEach(identifier -> told.add(path + ": " + identifier));
    }
  }
}
