package io.github.warmbatch.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.queue.QueueException;
import io.github.warmbatch.queue.QueueRefusedException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Redis behind TLS and a password. */
class TlsTest {
  private static final String PASSWORD = "sesame";
  private static final String TRUST_STORE = "javax.net.ssl.trustStore";
  private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

  @TempDir private static Path directory;
  private static RedisProcess redis;
  private static TlsFront front;
  private static Path trusted;

  @BeforeAll
  static void start() throws Exception {
    redis =
        RedisProcess.server(
            directory.resolve("redis"), RedisProcess.freePort(), "requirepass " + PASSWORD);
    front = new TlsFront(directory.resolve("tls"), redis.port());
    trusted = front.trustStore(directory.resolve("trusted.p12"));
  }

  @AfterAll
  static void stop() throws Exception {
    front.close();
    redis.close();
  }

  @AfterEach
  void trustWhatIsUsual() {
    System.clearProperty(TRUST_STORE);
    System.clearProperty(TRUST_STORE_PASSWORD);
  }

  @Test
  void aCertificateThatJavaTrustsOpens() {
    trustTheCertificate();
    try (RedissonJobQueue queue = connect("rediss://:sesame@127.0.0.1:" + front.port())) {
      assertThat(queue.stats().isDrained()).isTrue();
    }
  }

  @Test
  void aTrustStoreInARedissonFileOpens() throws Exception {
    Path yaml = directory.resolve("tls.yaml");
    Files.writeString(
        yaml,
        """
        password: "%s"
        sslTruststore: "%s"
        sslTruststorePassword: "%s"
        singleServerConfig:
          address: "rediss://127.0.0.1:%d"
          connectionMinimumIdleSize: 1
        threads: 2
        nettyThreads: 2
        """
            .formatted(PASSWORD, trusted.toUri().toURL(), TlsFront.STORE_PASSWORD, front.port()));
    try (RedissonJobQueue queue =
        RedissonJobQueue.builder().redissonFile(yaml).name("datasets").connect()) {
      assertThat(queue.stats().isDrained()).isTrue();
    }
  }

  @Test
  void aCertificateThatNobodyTrustsIsRefused() {
    assertThatThrownBy(() -> connect("rediss://:sesame@127.0.0.1:" + front.port()))
        .isInstanceOf(QueueRefusedException.class)
        .hasMessageContaining("127.0.0.1:" + front.port() + " over TLS")
        .hasMessageContaining("certificate")
        .hasMessageContaining(TRUST_STORE)
        .hasMessageNotContaining(PASSWORD);
  }

  @Test
  void aCertificateForAnotherHostIsRefused() {
    trustTheCertificate();
    assertThatThrownBy(() -> connect("rediss://:sesame@localhost:" + front.port()))
        .isInstanceOf(QueueRefusedException.class)
        .hasMessageContaining("localhost:" + front.port() + " over TLS")
        .hasMessageContaining("certificate")
        .hasMessageNotContaining(PASSWORD);
  }

  @Test
  void aServerWithoutTlsIsExplained() {
    RedissonJobQueueBuilder options =
        RedissonJobQueue.builder()
            .redis(URI.create("rediss://:sesame@127.0.0.1:" + redis.port()))
            .connectTimeout(Duration.ofMillis(200))
            .name("datasets");
    assertThatThrownBy(options::connect)
        .isInstanceOf(QueueException.class)
        .hasMessageContaining("does it speak TLS?")
        .hasMessageNotContaining(PASSWORD);
  }

  @Test
  void aServerThatWantsTlsIsExplained() {
    assertThatThrownBy(() -> connect("redis://:sesame@127.0.0.1:" + front.port()))
        .isInstanceOf(QueueException.class)
        .hasMessageContaining("127.0.0.1:" + front.port())
        .hasMessageContaining("rediss")
        .hasMessageNotContaining(PASSWORD);
  }

  /** As Redis itself does: it waits for the rest of what it takes for a greeting. */
  @Test
  void aServerThatSaysNothingMaySpeakTls() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      RedissonJobQueueBuilder options =
          RedissonJobQueue.builder()
              .redis(URI.create("redis://:sesame@127.0.0.1:" + silent.getLocalPort()))
              .connectTimeout(Duration.ofMillis(200))
              .name("datasets");
      assertThatThrownBy(options::connect)
          .isInstanceOf(QueueException.class)
          .hasMessageContaining("if it speaks TLS, write rediss")
          .hasMessageNotContaining(PASSWORD);
    }
  }

  private static void trustTheCertificate() {
    System.setProperty(TRUST_STORE, trusted.toString());
    System.setProperty(TRUST_STORE_PASSWORD, TlsFront.STORE_PASSWORD);
  }

  private static RedissonJobQueue connect(String address) {
    return RedissonJobQueue.connect(URI.create(address), "datasets");
  }
}
