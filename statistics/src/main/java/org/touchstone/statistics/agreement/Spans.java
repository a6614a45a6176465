package org.touchstone.statistics.agreement;

import java.util.ArrayList;
import java.util.List;
import org.touchstone.statistics.Names;

/**
 * Marked spans of documents: who marked which stretch as what. A rater who read a document and marked nothing must be
 * told by {@link Builder#read}, since an empty page is a judgment too.
 */
public final class Spans {
  /** One marked stretch, {@code [start, end)} in characters. */
  record Span(int start, int end, int category) {}

  /** What one rater marked in one document. */
  record Page(int rater, List<Span> spans) {}

  /** A document and those who read it. */
  record Document(int length, List<Page> pages) {}

  private final List<Document> documents;
  private final Names categories;

  private Spans(List<Document> documents, Names categories) {
    this.documents = documents;
    this.categories = categories;
  }

  public static Builder builder() {
    return new Builder();
  }

  List<Document> documents() {
    return documents;
  }

  int categories() {
    return categories.size();
  }

  /** All spans marked. */
  long size() {
    return documents.stream().flatMap(d -> d.pages.stream()).mapToLong(p -> p.spans.size()).sum();
  }

  /** Gathers spans; not for use by several threads. */
  public static final class Builder {
    private final Names documents = new Names();
    private final Names raters = new Names();
    private final Names categories = new Names();
    private final List<Document> list = new ArrayList<>();

    /** Names a document and how many characters it has; needed before anything else is said of it. */
    public Builder document(String name, int length) {
      if (length < 0) throw new IllegalArgumentException(name + " cannot have " + length + " characters");
      if (documents.index(name) < list.size()) throw new IllegalArgumentException(name + " was named before");
      list.add(new Document(length, new ArrayList<>()));
      return this;
    }

    /** The rater read the document, whether or not anything was marked. */
    public Builder read(String document, String rater) {
      page(document, rater);
      return this;
    }

    public Builder mark(String document, String rater, int start, int end, String category) {
      Page page = page(document, rater);
      int length = list.get(documents.find(document)).length;
      if (!(0 <= start && start < end && end <= length)) {
        throw new IllegalArgumentException("a span [" + start + ", " + end + ") does not fit " + document
            + ", which has "
            + length + " characters");
      }
      page.spans.add(new Span(start, end, categories.index(category)));
      return this;
    }

    private Page page(String document, String rater) {
      int known = documents.find(document);
      if (known < 0) throw new IllegalArgumentException(document + " was not named with its length before");
      int who = raters.index(rater);
      List<Page> pages = list.get(known).pages;
      for (Page page : pages) if (page.rater == who) return page;
      var page = new Page(who, new ArrayList<>());
      pages.add(page);
      return page;
    }

    public Spans build() {
      return new Spans(List.copyOf(list), categories);
    }
  }
}
