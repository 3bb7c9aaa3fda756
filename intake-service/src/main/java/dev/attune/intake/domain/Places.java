package dev.attune.intake.domain;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A number of places of which one tenant may hold only a share, so that one clinic cannot starve
 * the others.
 */
public final class Places {

  private final int inAll;
  private final int perTenant;
  private final Semaphore free;

  // Never cleared: tenants come from verified tokens, so there are as many as clinics.
  private final ConcurrentMap<String, AtomicInteger> held = new ConcurrentHashMap<>();

  /**
   * @param inAll how many places there are
   * @param perTenant how many of them one tenant may hold
   */
  public Places(int inAll, int perTenant) {
    this.inAll = inAll;
    this.perTenant = perTenant;
    this.free = new Semaphore(inAll);
  }

  /** What becomes of asking for a place. */
  public enum Answer {
    /** It is the tenant's, until given back. */
    TAKEN,
    /** The tenant holds its share already. */
    SHARE_HELD,
    /** Nobody can have one now. */
    NONE_FREE
  }

  /** Takes a place for a tenant, if it may have one. Never waits. */
  public Answer take(String tenant) {
    AtomicInteger mine = held.computeIfAbsent(tenant, first -> new AtomicInteger());
    if (mine.incrementAndGet() > perTenant) {
      mine.decrementAndGet();
      return Answer.SHARE_HELD;
    }
    if (!free.tryAcquire()) {
      mine.decrementAndGet();
      return Answer.NONE_FREE;
    }
    return Answer.TAKEN;
  }

  /** Gives back a place that was taken. */
  public void giveBack(String tenant) {
    free.release();
    AtomicInteger mine = held.get(tenant);
    if (mine != null) {
      mine.decrementAndGet();
    }
  }

  /** How many places are taken. */
  public int taken() {
    return inAll - free.availablePermits();
  }
}
