package io.github.warmbatch.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.dataset.ColumnType;
import io.github.warmbatch.dataset.Field;
import io.github.warmbatch.dataset.LongColumn;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class RowTimesTest {
  private static final long NOON = Instant.parse("2018-04-01T12:00:00Z").getEpochSecond();

  private static LongColumn column(long[] values, BitSet missing) {
    return new LongColumn(new Field("t", ColumnType.INTEGER), values, missing);
  }

  @Test
  void knowsTheCalendar() {
    int minutes = TimeUnit.SECONDS.minutes(NOON);
    assertThat(RowTimes.minuteOfDay(minutes)).isEqualTo(720);
    assertThat(RowTimes.weekday(minutes)).isEqualTo(DayOfWeek.SUNDAY.getValue() - 1);
    assertThat(RowTimes.weekday(-1)).isEqualTo(DayOfWeek.WEDNESDAY.getValue() - 1);
  }

  @Test
  void everyUnitIsRecognisedByItsSize() {
    long factor = 1;
    for (TimeUnit unit : TimeUnit.values()) {
      LongColumn times = column(new long[] {NOON * factor}, new BitSet());
      assertThat(TimeUnit.values()).filteredOn(other -> other.fits(times)).containsExactly(unit);
      factor *= 1000;
    }
    assertThat(TimeUnit.SECONDS.fits(column(new long[] {NOON, 17}, new BitSet()))).isFalse();
  }

  @Test
  void oneAbsurdTimeStaysNearTheOthers() {
    long[] values = new long[100];
    Arrays.setAll(values, row -> NOON + row);
    values[50] = Long.MAX_VALUE;
    values[51] = Long.MIN_VALUE;
    int[] minutes = RowTimes.of(column(values, new BitSet()), TimeUnit.SECONDS);
    int noon = TimeUnit.SECONDS.minutes(NOON);
    assertThat(minutes[50]).isBetween(noon, noon + 2 * 24 * 60);
    assertThat(minutes[51]).isBetween(noon - 2 * 24 * 60, noon);
  }

  @Test
  void aMissingTimeIsThatOfTheRowBefore() {
    BitSet missing = new BitSet();
    missing.set(0);
    missing.set(2);
    int[] minutes =
        RowTimes.of(column(new long[] {0, NOON, 0, NOON + 60}, missing), TimeUnit.SECONDS);
    assertThat(minutes[0]).isEqualTo(minutes[1]).isEqualTo(minutes[2]);
  }
}
