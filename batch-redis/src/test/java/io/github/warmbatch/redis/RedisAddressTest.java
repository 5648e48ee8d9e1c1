package io.github.warmbatch.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {

  @Test
  void aHostIsEnough() {
    RedisAddress address = of("redis://redis");
    assertThat(address.topology()).isEqualTo(Topology.SINGLE);
    assertThat(address.tls()).isFalse();
    assertThat(address.nodes()).containsExactly(new RedisNode("redis", 6379));
    assertThat(address.database()).isZero();
    assertThat(address.credentials()).isEqualTo(Credentials.NONE);
  }

  @Test
  void everyPartIsRead() {
    RedisAddress address = of("rediss://user:pass:word@host.example:7000/3");
    assertThat(address.tls()).isTrue();
    assertThat(address.servers()).containsExactly("rediss://host.example:7000");
    assertThat(address.database()).isEqualTo(3);
    assertThat(address.credentials()).isEqualTo(new Credentials("user", "pass:word"));
  }

  @Test
  void sentinelsAreRead() {
    RedisAddress address =
        of("redis-sentinel://user:a%2Fb@one,two:7000,three/2?sentinelMasterId=cards%26co");
    assertThat(address.topology()).isEqualTo(Topology.SENTINEL);
    assertThat(address.servers())
        .containsExactly("redis://one:26379", "redis://two:7000", "redis://three:26379");
    assertThat(address.database()).isEqualTo(2);
    assertThat(address.master()).isEqualTo("cards&co");
    assertThat(address.credentials()).isEqualTo(new Credentials("user", "a/b"));
    assertThat(address.place())
        .isEqualTo("'cards&co' of the Sentinels one:26379,two:7000,three:26379");
  }

  @Test
  void theMasterHasAUsualName() {
    assertThat(of("redis-sentinel://one").master()).isEqualTo("mymaster");
  }

  @Test
  void aClusterIsRead() {
    RedisAddress address = of("rediss-cluster://:word@one,two:7000");
    assertThat(address.topology()).isEqualTo(Topology.CLUSTER);
    assertThat(address.servers()).containsExactly("rediss://one:6379", "rediss://two:7000");
    assertThat(address.credentials().password()).isEqualTo("word");
    assertThat(address.place()).isEqualTo("the cluster of one:6379,two:7000 over TLS");
  }

  @Test
  void aPasswordNeedsNoUser() {
    assertThat(of("redis://:word@host").credentials()).isEqualTo(new Credentials(null, "word"));
    assertThat(of("redis://word@host").credentials()).isEqualTo(new Credentials(null, "word"));
  }

  @Test
  void specialCharactersAreDecoded() {
    assertThat(of("redis://us%40er:a%2Fb%3Ac+d%20@host").credentials())
        .isEqualTo(new Credentials("us@er", "a/b:c+d "));
  }

  @Test
  void anAddressOfIpv6KeepsItsBrackets() {
    assertThat(of("redis://[::1]:7000").servers()).containsExactly("redis://[::1]:7000");
    assertThat(of("redis-cluster://[::1]").servers()).containsExactly("redis://[::1]:6379");
  }

  @ParameterizedTest
  @CsvSource({
    "redis://user:word@host/2, redis://host:6379/2",
    "rediss-sentinel://user:word@a;b/2, rediss-sentinel://a:26379;b:26379/2",
    "redis-cluster://:word@a;b, redis-cluster://a:6379;b:6379/0",
  })
  void thePasswordIsNotShown(String address, String shown) {
    RedisAddress read = of(address.replace(';', ','));
    assertThat(read.toString()).isEqualTo(shown.replace(';', ','));
    assertThat(read.place()).doesNotContain("word");
    assertThat(read.credentials().toString()).doesNotContain("word");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://:sesame@host",
        "host:6379",
        "redis:host",
        "redis:///0",
        "redis://:sesame@under_score",
        "redis://:sesame@host/abc",
        "redis://:sesame@host/1/2",
        "redis://:sesame@host?db=1",
        "redis://:sesame@host#1",
        "redis://:sesame@host:0",
        "redis://:sesame@host:65536",
        "redis://:sesame@one,two",
        "redis://alice:12/sesame@host:7510",
        "redis://alice:99999/sesame@host:7510",
        "redis://alice:12?sesame@host",
        "redis://alice:12#sesame@host",
        "redis://alice:12/3@sesame@host",
      })
  void anotherFormIsRefusedWithoutShowingThePassword(String address) {
    refused(address, "redis://[[user]:password@]host[:port][/database]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis-sentinel://:sesame@one,,two",
        "redis-sentinel://:sesame@one,two:0",
        "redis-sentinel://:sesame@one/name",
        "redis-sentinel://:sesame@one?master=sesame",
        "redis-sentinel://:sesame@one?sentinelMasterId=",
        "redis-sentinel://:sesame@one?sentinelMasterId=a&password=sesame",
        "redis-sentinel://:sesame@one#sesame",
        "redis-sentinel://:12?sentinelMasterId=sesame@one",
      })
  void anotherFormOfSentinelsIsRefused(String address) {
    refused(address, "redis-sentinel://[[user]:password@]host[:port][,host[:port]...][/database]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis-cluster://:sesame@one,",
        "redis-cluster://:sesame@one/1",
        "redis-cluster://:sesame@one?sentinelMasterId=a",
      })
  void anotherFormOfAClusterIsRefused(String address) {
    refused(address, "redis-cluster://[[user]:password@]host[:port][,host[:port]...]");
  }

  private static void refused(String address, String shape) {
    assertThatThrownBy(() -> of(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(shape)
        .hasMessageNotContaining("sesame");
  }

  private static RedisAddress of(String address) {
    return RedisAddress.of(URI.create(address));
  }
}
