package io.github.warmbatch.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.dataset.ColumnType;
import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.DoubleColumn;
import io.github.warmbatch.dataset.Field;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RisingColumnsTest {

  private static DataSet column(double from, double step) {
    double[] values = new double[30];
    Arrays.setAll(values, row -> from + row * step);
    return new DataSet(30, List.of(new DoubleColumn(new Field("x", ColumnType.DECIMAL), values)));
  }

  @Test
  void aRowNumberIsNoticedInTheFirstBatch() {
    RisingColumns rising = RisingColumns.watching(new int[] {0});
    rising.observe(column(0, 1));
    assertThat(rising.isRising(0)).isTrue();
  }

  @Test
  void aDayIsNoticedInTheSecondBatch() {
    RisingColumns rising = RisingColumns.watching(new int[] {0});
    rising.observe(column(0, 0));
    assertThat(rising.isRising(0)).isFalse();
    rising.observe(column(1, 0));
    assertThat(rising.isRising(0)).isTrue();
  }

  @Test
  void aColumnThatOnceWentBackIsFreeForEver() {
    RisingColumns rising = RisingColumns.watching(new int[] {0});
    rising.observe(column(0, 1));
    rising.observe(column(5, 1));
    assertThat(rising.isRising(0)).isFalse();
    rising.observe(column(1000, 1));
    assertThat(rising.isRising(0)).isFalse();
  }
}
