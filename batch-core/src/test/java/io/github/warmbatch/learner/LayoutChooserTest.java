package io.github.warmbatch.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.dataset.ColumnType;
import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.DoubleColumn;
import io.github.warmbatch.dataset.Field;
import io.github.warmbatch.dataset.LongColumn;
import io.github.warmbatch.training.ModelSpec;
import io.github.warmbatch.training.TrainingException;
import io.github.warmbatch.training.TrainingSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayoutChooserTest {
  private static final int ROWS = 30;
  private static final DataSet DATA = data();

  private static LongColumn counting(String name, long from, long step) {
    long[] values = new long[ROWS];
    Arrays.setAll(values, row -> from + row * step);
    return new LongColumn(new Field(name, ColumnType.INTEGER), values);
  }

  private static DataSet data() {
    double[] amounts = new double[ROWS];
    Arrays.setAll(amounts, row -> 10.5 + row * 7 % 11);
    return new DataSet(
        ROWS,
        List.of(
            counting("id", 1_500_000_000, 1),
            counting("shop", 1_400_000_000, 0),
            counting("customer", 5, 0),
            counting("event_time", 1_600_000_000_000_000_000L, 1_000_000_000L),
            new DoubleColumn(new Field("amount", ColumnType.DECIMAL), amounts)));
  }

  private static Layout layout(Map<String, String> options, String... entities) {
    return chooser(options, entities).choose(DATA);
  }

  private static LayoutChooser chooser(Map<String, String> options, String... entities) {
    LearnerOptions checked = LearnerOptions.of(options);
    ModelSpec model =
        new ModelSpec(
            WarmLearner.boosting(checked).info(),
            "label",
            List.of(),
            List.of(entities),
            List.of(),
            List.of(),
            0);
    return new LayoutChooser(new TrainingSpec(DATA.schema(), model), checked);
  }

  @Test
  void theTimeIsTheColumnThatLooksAndSoundsLikeOne() {
    Layout layout = layout(Map.of(), "shop", "customer");
    assertThat(layout.time()).isEqualTo(3);
    assertThat(layout.unit()).isEqualTo(TimeUnit.NANOSECONDS);
  }

  @Test
  void theTimeIsTheColumnThatIsNamed() {
    Layout layout = layout(Map.of("time", "id"), "shop", "customer");
    assertThat(layout.time()).isZero();
    assertThat(layout.unit()).isEqualTo(TimeUnit.SECONDS);
    assertThat(layout(Map.of("time", "none"), "shop").hasTime()).isFalse();
  }

  @Test
  void theOrderInWhichEntitiesAreNamedDoesNotMatter() {
    assertThat(layout(Map.of(), "customer", "shop"))
        .isEqualTo(layout(Map.of(), "shop", "customer"));
  }

  @Test
  void whatOnlyCountsOnIsNoAmount() {
    Layout layout = layout(Map.of(), "shop", "customer");
    assertThat(layout.amounts()).hasSize(1);
    assertThat(layout.numbers().get(layout.amounts().get(0)).position()).isEqualTo(4);
    assertThat(layout(Map.of("amounts", "none"), "shop", "customer").amounts()).isEmpty();
  }

  @Test
  void theBlocksFillTheRow() {
    Layout layout = layout(Map.of("half-lives", "2,20"), "shop", "customer");
    assertThat(layout.width()).isEqualTo(2 + 2 + 2 * (4 + 3 + 4));
    assertThat(layout.paired()).allMatch(feature -> feature < layout.width());
  }

  @Test
  void columnsThatAreNotThereAreNamed() {
    assertThatThrownBy(() -> chooser(Map.of(), "till").check())
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("till");
    assertThatThrownBy(() -> chooser(Map.of("time", "when")).check())
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("when");
    assertThatThrownBy(() -> chooser(Map.of("amounts", "amount,price")).check())
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("price");
  }
}
