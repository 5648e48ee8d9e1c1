package io.github.warmbatch.redis;

/** What happens to a Redis that holds a queue, and to the connections to it. */
enum Disturbance {
  /** All that is kept beside the list is deleted. */
  SIDE_KEYS_LOST {
    @Override
    void strike(TestRedis redis) {
      redis.command(
          "DEL {datasets}:begun {datasets}:workers {datasets}:counters {datasets}:dead"
              + " {datasets}:history");
    }
  },
  /** All is deleted, and everything that ever was pushed is pushed again. */
  ALL_LOST_AND_PUSHED_AGAIN {
    @Override
    void strike(TestRedis redis) {
      String everything = redis.command("GET everything");
      redis.command("FLUSHALL");
      redis.command("RPUSH datasets " + everything);
    }
  },
  /** The server dies and comes back with a snapshot from before the first claim. */
  RESTORED {
    @Override
    void strike(TestRedis redis) {
      redis.restore(redis.kept());
    }
  },
  /** The server dies and comes back with all that it was told, by its append-only file. */
  RESTARTED {
    @Override
    String persistence() {
      return "appendonly yes";
    }

    @Override
    void strike(TestRedis redis) {
      redis.restart();
    }
  },
  /** The server forgets the scripts that were loaded. */
  SCRIPTS_FLUSHED {
    @Override
    void strike(TestRedis redis) {
      redis.command("SCRIPT FLUSH");
    }
  },
  /** Every connection is cut. */
  CONNECTIONS_KILLED {
    @Override
    void strike(TestRedis redis) {
      redis.command("CLIENT KILL TYPE normal");
    }
  };

  /** How the server is to keep what it is told. */
  String persistence() {
    return "appendonly no";
  }

  abstract void strike(TestRedis redis);

  Runnable on(TestRedis redis) {
    return () -> strike(redis);
  }
}
