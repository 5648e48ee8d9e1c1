package io.github.warmbatch.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Three nodes without replicas, each with a third of the slots, that write down what they do. */
final class RedisCluster implements AutoCloseable {
  private static final int NODES = 3;
  private static final int SLOTS = 16_384;

  /** From a node's port to that by which the nodes speak with each other. */
  private static final int BUS = 10_000;

  private final List<RedisProcess> nodes = new ArrayList<>();

  RedisCluster(Path directory) throws IOException {
    for (int i = 0; i < NODES; i++) {
      nodes.add(
          RedisProcess.server(
              directory.resolve("node" + i),
              freePortWithBus(),
              "cluster-enabled yes",
              "cluster-node-timeout 2000",
              "appendonly yes"));
    }
    for (int i = 0; i < NODES; i++) {
      RedisProcess node = nodes.get(i);
      node.command("CLUSTER SET-CONFIG-EPOCH " + (i + 1));
      node.command("CLUSTER ADDSLOTS " + slotsOf(i));
      node.command("CLUSTER MEET 127.0.0.1 " + nodes.get(0).port());
    }
    awaitWhole();
  }

  /** An address that names one node only. */
  URI uri() {
    return uri("");
  }

  URI uri(String login) {
    return URI.create("redis-cluster://%s127.0.0.1:%d".formatted(login, nodes.get(0).port()));
  }

  List<RedisProcess> nodes() {
    return nodes;
  }

  /** The node that has the slot of a key. */
  RedisProcess ownerOf(String key) {
    return nodes.get(slotOf(key) * NODES / SLOTS);
  }

  int slotOf(String key) {
    return Integer.parseInt(nodes.get(0).command("CLUSTER KEYSLOT " + key));
  }

  /** Comes back once every node sees the whole cluster. */
  void awaitWhole() {
    for (RedisProcess node : nodes) {
      Await.until("the cluster is whole", () -> isWhole(node.command("CLUSTER INFO")));
    }
  }

  @Override
  public void close() {
    nodes.forEach(RedisProcess::close);
  }

  private static boolean isWhole(String info) {
    return info.contains("cluster_state:ok")
        && info.contains("cluster_slots_ok:" + SLOTS)
        && info.contains("cluster_known_nodes:" + NODES);
  }

  private static String slotsOf(int node) {
    return IntStream.range(0, SLOTS)
        .filter(slot -> slot * NODES / SLOTS == node)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  private static int freePortWithBus() throws IOException {
    while (true) {
      int port = RedisProcess.freePort() - BUS;
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // Taken: look for another.
      }
    }
  }
}
