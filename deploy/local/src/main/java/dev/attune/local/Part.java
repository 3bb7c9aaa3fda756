package dev.attune.local;

import java.util.concurrent.CompletableFuture;

/** One process of the system, with what starts, watches and ends it. */
interface Part {

  String name();

  /** Starts it for the first time or again; servers come back ready, services still starting. */
  void start();

  long pid();

  boolean alive();

  CompletableFuture<?> onExit();

  /** Whether it does its work now. */
  boolean ready();

  /** Ends it in order, and by force where that takes too long. */
  void stop();
}
