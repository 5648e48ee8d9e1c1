package io.github.warmbatch.bench;

import java.util.concurrent.TimeUnit;
import org.redisson.Redisson;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.config.Config;

/** A process that runs a script that does nothing, one call after the other, over Redisson. */
final class BareScript {
  private BareScript() {}

  /** Arguments: the port, how many calls, and how many before them to warm up. */
  public static void main(String[] args) {
    Config config = new Config().setThreads(2).setNettyThreads(2);
    config
        .useSingleServer()
        .setAddress("redis://127.0.0.1:" + args[0])
        .setConnectionMinimumIdleSize(1)
        .setConnectionPoolSize(4);
    RedissonClient client = Redisson.create(config);
    try {
      RScript script = client.getScript(ByteArrayCodec.INSTANCE);
      call(script, Integer.parseInt(args[2]));
      System.out.println(call(script, Integer.parseInt(args[1])));
    } finally {
      client.shutdown(0, 1, TimeUnit.SECONDS);
    }
  }

  private static double call(RScript script, int count) {
    long begun = System.nanoTime();
    for (int i = 0; i < count; i++) {
      Long one = script.eval(RScript.Mode.READ_WRITE, "return 1", RScript.ReturnType.LONG);
      if (one != 1) {
        throw new IllegalStateException("The script answered " + one);
      }
    }
    return count * 1e9 / (System.nanoTime() - begun);
  }
}
