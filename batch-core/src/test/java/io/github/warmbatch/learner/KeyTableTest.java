package io.github.warmbatch.learner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyTableTest {

  @Test
  void numbersKeysInTheOrderInWhichTheyAreMet() {
    KeyTable table = new KeyTable(0);
    for (int i = 0; i < 10_000; i++) {
      assertThat(table.add(i * 31L - 5000)).isEqualTo(i);
    }
    for (int i = 0; i < 10_000; i++) {
      assertThat(table.find(i * 31L - 5000)).isEqualTo(i);
      assertThat(table.key(i)).isEqualTo(i * 31L - 5000);
    }
    assertThat(table.find(1)).isEqualTo(KeyTable.ABSENT);
    assertThat(table.add(-5000)).isZero();
  }

  @Test
  void aCopyIsOfItsOwn() {
    KeyTable table = new KeyTable(0);
    table.add(1);
    KeyTable copy = table.copy();
    table.add(2);
    copy.add(3);
    assertThat(copy.find(2)).isEqualTo(KeyTable.ABSENT);
    assertThat(table.find(3)).isEqualTo(KeyTable.ABSENT);
  }
}
