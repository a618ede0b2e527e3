package org.infostate.scorings;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;

/** The forms in which a run goes out. */
enum ScoringReply {
  JSON(MediaType.APPLICATION_JSON, "json") {
    @Override
    StreamingOutput stream(Scored scored, List<Sheet> sheets) {
      return out -> ScoringJson.write(scored, sheets, out);
    }
  },
  CSV("application/zip", "zip") {
    @Override
    StreamingOutput stream(Scored scored, List<Sheet> sheets) {
      return out -> ScoringZip.write(scored, sheets, out);
    }
  },
  XLSX(ScoringReply.WORKBOOK, "xlsx") {
    @Override
    StreamingOutput stream(Scored scored, List<Sheet> sheets) {
      ScoringWorkbook book = ScoringWorkbook.of(sheets, Limits.MOST_SHEET_ROWS);
      return book::write;
    }
  };

  static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final String mediaType;
  private final String ending;

  ScoringReply(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  /**
   * The first that is accepted.
   *
   * @param accepted in the order of preference
   */
  static ScoringReply asked(List<MediaType> accepted) {
    for (MediaType type : accepted) {
      if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
        return JSON;
      }
      if (type.isCompatible(MediaType.valueOf(CSV.mediaType))
          || type.isCompatible(MediaType.valueOf("text/csv"))) {
        return CSV;
      }
      if (type.isCompatible(MediaType.valueOf(WORKBOOK))) {
        return XLSX;
      }
    }
    return JSON;
  }

  abstract StreamingOutput stream(Scored scored, List<Sheet> sheets);

  /**
   * A reply that streams; a file to be saved unless it is JSON.
   *
   * @param contributions whether to add what each element did to each score
   */
  Response of(Scored scored, boolean contributions) {
    Response.ResponseBuilder reply =
        Response.ok(stream(scored, ResultSheets.of(scored, contributions)), mediaType)
            .header(HttpHeaders.CACHE_CONTROL, "no-store");
    return this == JSON
        ? reply.build()
        : reply
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + scored.result().index().code() + "." + ending + "\"")
            .build();
  }
}
