package io.github.warmbatch.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueueKeysTest {

  @ParameterizedTest
  @CsvSource({
    "datasets, {datasets}:",
    "{tag}datasets, {tag}datasets:",
    "a{b}c{d}, a{b}c{d}:",
    "a{b, {a{b}:",
  })
  void sideKeysAreInTheListsSlot(String name, String prefix) {
    assertThat(QueueKeys.sideKeyPrefix(name)).isEqualTo(prefix);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a}b", "a{}b", "}{"})
  void aNameWhoseSlotNoOtherKeyHasIsRefused(String name) {
    assertThatThrownBy(() -> QueueKeys.of(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{datasets}:begun", "{datasets}:dead", "{tag}cards:history"})
  void aKeyBesideAQueueIsNoQueue(String name) {
    assertThatThrownBy(() -> QueueKeys.of(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("beside another queue");
  }

  @Test
  void theListComesFirst() {
    assertThat(QueueKeys.of("datasets").all())
        .startsWith("datasets", "{datasets}:begun")
        .hasSize(6);
  }
}
