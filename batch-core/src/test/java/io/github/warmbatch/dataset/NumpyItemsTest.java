package io.github.warmbatch.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumpyItemsTest {

  @ParameterizedTest
  @CsvSource({
    "0000,0.0",
    "3c00,1.0",
    "c000,-2.0",
    "7bff,65504.0",
    "0001,5.9604644775390625E-8",
    "03ff,6.097555160522461E-5",
    "0400,6.103515625E-5",
    "3555,0.333251953125",
    "7c00,Infinity",
    "fc00,-Infinity",
    "7e00,NaN"
  })
  void readsHalfPrecision(String bits, Double expected) {
    assertThat((Double) NumpyItems.half((short) Integer.parseInt(bits, 16))).isEqualTo(expected);
  }
}
