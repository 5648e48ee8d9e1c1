package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NaturalOrderTest {
  private final NaturalOrder order = new NaturalOrder();

  @Test
  void numbersAreOrderedByValue() {
    assertThat(List.of("day-10", "day-2", "day-1").stream().sorted(order))
        .containsExactly("day-1", "day-2", "day-10");
  }

  @Test
  void numbersLongerThanAnyTypeAreOrderedByValue() {
    String small = "9".repeat(30);
    String large = "1" + "0".repeat(30);

    assertThat(order.compare(small, large)).isNegative();
    assertThat(order.compare(large, small)).isPositive();
  }

  @Test
  void leadingZerosDoNotCount() {
    assertThat(List.of("a010", "a9", "a08").stream().sorted(order))
        .containsExactly("a08", "a9", "a010");
  }

  @Test
  void namesOfOneValueStillHaveAnOrder() {
    assertThat(order.compare("a01", "a1")).isNegative();
    assertThat(order.compare("a1", "a01")).isPositive();
    assertThat(order.compare("a1", "a1")).isZero();
  }

  @Test
  void aNameComesBeforeItsContinuation() {
    assertThat(order.compare("a1", "a1b")).isNegative();
    assertThat(order.compare("", "a")).isNegative();
  }

  @Test
  void datesAreOrderedByTime() {
    assertThat(List.of("2018-04-10.pkl", "2018-04-09.pkl", "2017-12-31.pkl").stream().sorted(order))
        .containsExactly("2017-12-31.pkl", "2018-04-09.pkl", "2018-04-10.pkl");
  }
}
