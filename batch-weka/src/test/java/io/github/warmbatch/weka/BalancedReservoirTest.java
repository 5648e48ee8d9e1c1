package io.github.warmbatch.weka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.warmbatch.training.StateFormatException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalancedReservoirTest {
  private static final int ROWS = 100;

  private static ModelShape shape(int classes, long seed) {
    return new ModelShape(List.of(0), classes, 0, seed);
  }

  private static BalancedReservoir reservoir(long seed) {
    return new BalancedReservoir(shape(3, seed), ROWS);
  }

  /** Rows from one number to below another, all of a class. */
  private static void add(RowMemory memory, int label, int from, int to) {
    for (int i = from; i < to; i++) {
      memory.add(new double[] {i, label});
    }
  }

  private static List<Double> kept(RowMemory memory, int label) {
    return memory.rows().stream().filter(row -> row[1] == label).map(row -> row[0]).toList();
  }

  private static byte[] written(RowMemory memory) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    memory.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @Test
  void keepsARareClassWholeAndSharesTheRest() {
    BalancedReservoir reservoir = reservoir(1);
    add(reservoir, 0, 0, 10_000);
    add(reservoir, 1, 0, 500);
    add(reservoir, 2, 0, 20);

    assertThat(kept(reservoir, 2)).hasSize(20);
    assertThat(kept(reservoir, 0)).hasSizeBetween(39, 41);
    assertThat(kept(reservoir, 1)).hasSizeBetween(39, 41);
    assertThat(reservoir.rows()).hasSizeBetween(ROWS - 2, ROWS);
    assertThat(reservoir.worth(0)).isCloseTo(250, within(10.0));
    assertThat(reservoir.worth(2)).isEqualTo(1);
  }

  @Test
  void keepsEarlyRowsAsOftenAsLateOnesAlsoWhereItsShareShrinks() {
    double early = 0;
    double all = 0;
    for (long seed = 0; seed < 300; seed++) {
      BalancedReservoir reservoir = reservoir(seed);
      add(reservoir, 0, 0, 200);
      add(reservoir, 1, 0, 100);
      add(reservoir, 0, 200, 400);
      add(reservoir, 2, 0, 60);
      early += kept(reservoir, 0).stream().filter(number -> number < 200).count();
      all += kept(reservoir, 0).size();
    }

    assertThat(early / all).isCloseTo(0.5, within(0.03));
  }

  @Test
  void drawsByTheSeed() {
    BalancedReservoir one = reservoir(1);
    BalancedReservoir same = reservoir(1);
    BalancedReservoir other = reservoir(2);
    List.of(one, same, other).forEach(reservoir -> add(reservoir, 0, 0, 1000));

    assertThat(kept(same, 0)).isEqualTo(kept(one, 0));
    assertThat(kept(other, 0)).isNotEqualTo(kept(one, 0));
  }

  @Test
  void goesOnFromWhatWasWrittenAsThoughItHadNotBeenAlsoWithAClassMore() throws IOException {
    BalancedReservoir whole = reservoir(1);
    add(whole, 0, 0, 300);
    add(whole, 1, 0, 30);
    BalancedReservoir read = new BalancedReservoir(shape(3, 1), ROWS);
    BalancedReservoir narrow = new BalancedReservoir(shape(2, 1), ROWS);
    add(narrow, 0, 0, 300);
    add(narrow, 1, 0, 30);
    read.read(new StateInput(written(narrow)));
    for (BalancedReservoir reservoir : List.of(whole, read)) {
      add(reservoir, 2, 0, 90);
      add(reservoir, 0, 300, 600);
    }

    assertThat(written(read)).isEqualTo(written(whole));
  }

  @Test
  void refusesMoreRowsThanItHasRoomFor() throws IOException {
    BalancedReservoir large = new BalancedReservoir(shape(2, 1), 2 * ROWS);
    add(large, 0, 0, 150);

    assertThatThrownBy(() -> reservoir(1).read(new StateInput(written(large))))
        .isInstanceOf(StateFormatException.class)
        .hasMessage("There are more than 100 rows");
  }

  @Test
  void refusesARowOfAnotherClassOneOutOfOrderAndOneThatWasNeverDrawn() throws IOException {
    BalancedReservoir two = reservoir(1);
    add(two, 0, 0, 2);
    byte[] good = written(two);

    // classes, then of the first: seen, limit, rows, and for each row the number drawn, value,
    // class
    int first = 4 + 8 + 8 + 4;
    refuse(with(good, first + 16, Double.doubleToLongBits(1)), "Row 0 of class 0 is out of place");
    refuse(with(good, first, Long.MAX_VALUE - 1), "Row 1 of class 0 is out of place");
    refuse(with(good, 4 + 8, 1), "Row 0 of class 0 is out of place");
    refuse(with(good, 4, 1), "More rows are kept than were seen");
    refuse(
        with(good, first + 8, Double.doubleToLongBits(Double.POSITIVE_INFINITY)),
        "a value is Infinity");
  }

  private static byte[] with(byte[] bytes, int at, long value) {
    byte[] changed = bytes.clone();
    java.nio.ByteBuffer.wrap(changed).putLong(at, value);
    return changed;
  }

  private static void refuse(byte[] bytes, String message) {
    assertThatThrownBy(() -> reservoir(1).read(new StateInput(bytes)))
        .isInstanceOf(StateFormatException.class)
        .hasMessage(message);
  }
}
