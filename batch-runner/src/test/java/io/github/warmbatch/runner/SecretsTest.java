package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SecretsTest {
  @Test
  void passwordsOfAddressesAreHidden() {
    assertThat(Secrets.hide("at redis://user:p@ss@host:6379 and rediss://:word@b/0"))
        .isEqualTo("at redis://***@host:6379 and rediss://***@b/0");
  }

  @Test
  void passwordsOfSentinelsAndClustersAreHidden() {
    assertThat(Secrets.hide("redis-sentinel://u:p@a,b:1/2?x and rediss-cluster://:word@a,b"))
        .isEqualTo("redis-sentinel://***@a,b:1/2?x and rediss-cluster://***@a,b");
  }

  @Test
  void addressesWithoutOneAndExamplesStayAsTheyAre() {
    String text = "redis://host:6379, or redis://[[user]:password@]host";

    assertThat(Secrets.hide(text)).isEqualTo(text);
  }
}
