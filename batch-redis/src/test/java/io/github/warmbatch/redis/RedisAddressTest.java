package io.github.warmbatch.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {

  @Test
  void aHostIsEnough() {
    assertThat(of("redis://redis"))
        .isEqualTo(new RedisAddress("redis", "redis", 6379, 0, null, null));
  }

  @Test
  void everyPartIsRead() {
    assertThat(of("rediss://user:pass:word@host.example:7000/3"))
        .isEqualTo(new RedisAddress("rediss", "host.example", 7000, 3, "user", "pass:word"));
  }

  @Test
  void aPasswordNeedsNoUser() {
    assertThat(of("redis://:word@host").user()).isNull();
    assertThat(of("redis://:word@host").password()).isEqualTo("word");
    assertThat(of("redis://word@host").password()).isEqualTo("word");
  }

  @Test
  void specialCharactersAreDecoded() {
    RedisAddress address = of("redis://us%40er:a%2Fb%3Ac+d%20@host");
    assertThat(address.user()).isEqualTo("us@er");
    assertThat(address.password()).isEqualTo("a/b:c+d ");
  }

  @Test
  void anAddressOfIpv6KeepsItsBrackets() {
    assertThat(of("redis://[::1]:7000").server()).isEqualTo("redis://[::1]:7000");
  }

  @Test
  void thePasswordIsNotShown() {
    assertThat(of("redis://user:word@host/2").toString()).isEqualTo("redis://host:6379/2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://:sesame@host",
        "host:6379",
        "redis:host",
        "redis://:sesame@under_score",
        "redis://:sesame@host/abc",
        "redis://:sesame@host/1/2",
        "redis://:sesame@host?db=1",
        "redis://:sesame@host#1",
        "redis://:sesame@host:0",
        "redis://:sesame@host:65536",
      })
  void anotherFormIsRefusedWithoutShowingThePassword(String address) {
    assertThatThrownBy(() -> of(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("redis://[[user]:password@]host[:port][/database]")
        .hasMessageNotContaining("sesame");
  }

  private static RedisAddress of(String address) {
    return RedisAddress.of(URI.create(address));
  }
}
