package dev.attune.intake.domain;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers which forms were sent, the latest 20,000, so that a link that was used is not used
 * again for something else. It knows only of this instance since its start: beyond that, what was
 * sent again is an amendment of the same rating, and never a second one.
 *
 * <p>Nothing is kept but the form's random id and a hash of what was sent.
 */
public final class SentForms {

  /** So many are remembered. */
  static final int KEPT = 20_000;

  private final Map<String, byte[]> sent = new Latest();

  /** What is known of a form. */
  public enum Known {
    /** Nobody has sent it, as far as remembered. */
    NOT_SENT,
    /** It was sent with this content. */
    SENT_SO,
    /** It was sent with another content. */
    SENT_OTHERWISE
  }

  /** Notes that a form was sent. */
  public synchronized void note(String form, byte[] contentHash) {
    sent.putIfAbsent(form, contentHash.clone());
  }

  /** Whether a form was sent at all. */
  public synchronized boolean knows(String form) {
    return sent.containsKey(form);
  }

  /** Whether a form was sent, and with which content. */
  public synchronized Known known(String form, byte[] contentHash) {
    byte[] before = sent.get(form);
    if (before == null) {
      return Known.NOT_SENT;
    }
    return Arrays.equals(before, contentHash) ? Known.SENT_SO : Known.SENT_OTHERWISE;
  }

  /** A map that drops what was noted first. */
  private static final class Latest extends LinkedHashMap<String, byte[]> {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
      return size() > KEPT;
    }
  }
}
