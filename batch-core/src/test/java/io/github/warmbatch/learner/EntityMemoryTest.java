package io.github.warmbatch.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.warmbatch.dataset.ColumnType;
import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.Field;
import io.github.warmbatch.dataset.LongColumn;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityMemoryTest {
  private static final List<Integer> LIVES = List.of(100, 1000);
  private static final EntityShape SHAPE = new EntityShape(LIVES, 1, true);
  private static final ColumnScale SCALE = new ColumnScale(ColumnScale.Kind.POSITIVE, 0, 0);

  private static Rows rows(long[] keys, int[] minutes, double[] amounts) {
    LongColumn column = new LongColumn(new Field("shop", ColumnType.INTEGER), keys);
    return new Rows(
        new DataSet(keys.length, List.of(column)),
        minutes,
        List.of(KeyColumn.of(column)),
        List.of(new Rows.Amount(0, amounts, SCALE)));
  }

  private static double statistic(EntityMemory memory, long key, int which) {
    return memory.statistics()[memory.base(memory.find(key)) + which];
  }

  @Test
  void statisticsAreSumsOfRowsThatFadeWithTheirAge() {
    Dice dice = new Dice(5, 0, 0);
    int count = 300;
    int[] minutes = new int[count];
    double[] amounts = new double[count];
    boolean[] positive = new boolean[count];
    for (int i = 0; i < count; i++) {
      minutes[i] = 1_000_000 + 3 * i + dice.below(400);
      amounts[i] = dice.below(1000) / 10.0;
      positive[i] = dice.chance(0.2);
    }
    EntityMemory memory = new EntityMemory(SHAPE, 100);
    long[] keys = new long[count];
    memory.absorb(rows(keys, minutes, amounts), 0, positive);
    int newest = Arrays.stream(minutes).max().orElseThrow();
    for (int life = 0; life < LIVES.size(); life++) {
      double rows = 0;
      double positives = 0;
      double sum = 0;
      for (int i = 0; i < count; i++) {
        double weight = StrictMath.pow(2, -(newest - minutes[i]) / (double) LIVES.get(life));
        rows += weight;
        positives += positive[i] ? weight : 0;
        sum += weight * amounts[i];
      }
      assertThat(statistic(memory, 0, SHAPE.count(life))).isCloseTo(rows, within(1e-3 * rows));
      assertThat(statistic(memory, 0, SHAPE.positives(life)))
          .isCloseTo(positives, within(1e-3 * positives));
      assertThat(statistic(memory, 0, SHAPE.sum(0, life))).isCloseTo(sum, within(1e-3 * sum));
    }
  }

  @Test
  void forgetsThoseSeenLongestAgoWhenThereAreTooMany() {
    EntityMemory memory = new EntityMemory(SHAPE, 100);
    for (int batch = 0; batch < 5; batch++) {
      int first = batch * 50;
      long[] keys = new long[50];
      int[] minutes = new int[50];
      Arrays.setAll(keys, i -> first + i);
      Arrays.fill(minutes, batch * 1000);
      memory.absorb(rows(keys, minutes, new double[50]), 0, new boolean[50]);
      assertThat(memory.size()).isLessThanOrEqualTo(100);
    }
    assertThat(memory.find(249)).isNotEqualTo(KeyTable.ABSENT);
    assertThat(memory.find(0)).isEqualTo(KeyTable.ABSENT);
  }

  @Test
  void aCopyDoesNotLearnOn() {
    EntityMemory memory = new EntityMemory(SHAPE, 100);
    Rows rows = rows(new long[] {7}, new int[] {10}, new double[] {3});
    memory.absorb(rows, 0, new boolean[] {true});
    EntityMemory copy = memory.copy();
    memory.absorb(rows, 0, new boolean[] {true});
    assertThat(statistic(copy, 7, SHAPE.count(0))).isEqualTo(1);
    assertThat(statistic(memory, 7, SHAPE.count(0))).isEqualTo(2);
  }

  @Test
  void statisticsThatNeedAPositiveAreZeroWithoutOne() {
    EntityMemory memory = new EntityMemory(SHAPE, 100);
    Rows rows = rows(new long[] {7, 7}, new int[] {10, 900}, new double[] {3, 4});
    memory.absorb(rows, 0, new boolean[2]);
    for (int which = 0; which < SHAPE.statistics(); which++) {
      assertThat(statistic(memory, 7, which) == 0).isEqualTo(SHAPE.isOfPositives(which));
    }
  }
}
