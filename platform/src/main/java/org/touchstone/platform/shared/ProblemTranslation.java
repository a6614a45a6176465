package org.touchstone.platform.shared;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;

/** Finds the plain sentence for whatever the frameworks below us throw; null where it is our own fault. */
final class ProblemTranslation {
  private ProblemTranslation() {}

  static Problem of(Throwable thrown) {
    return switch (thrown) {
      case Problem problem -> problem;
      case HttpMessageNotReadableException unreadable -> body(unreadable);
      case MethodArgumentTypeMismatchException mismatch -> parameter(mismatch);
      case MissingServletRequestParameterException missing -> new Malformed("The parameter '%s' is missing.".formatted(missing.getParameterName()));
      case MissingServletRequestPartException missing -> new Malformed("The part '%s' is missing from the upload.".formatted(missing.getRequestPartName()));
      case HandlerMethodValidationException invalid -> new Invalid(invalid.getParameterValidationResults().stream()
          .flatMap(result -> result.getResolvableErrors().stream().map(error ->
              new Problem.Fault(result.getMethodParameter().getParameterName(), error.getDefaultMessage())))
          .toList());
      case BindException invalid -> new Invalid(invalid.getFieldErrors().stream()
          .map(error -> new Problem.Fault(error.getField(), error.getDefaultMessage()))
          .toList());
      case NoResourceFoundException nowhere -> new NotFound("address");
      case NoHandlerFoundException nowhere -> new NotFound("address");
      case HttpRequestMethodNotSupportedException method -> new Unsupported(405, "%s is not possible here; possible: %s.".formatted(
          method.getMethod(), String.join(", ", method.getSupportedMethods() == null ? new String[0] : method.getSupportedMethods())));
      case HttpMediaTypeNotSupportedException type -> new Unsupported(415, "Send this as %s, not as %s.".formatted(
          type.getSupportedMediaTypes().stream().map(Object::toString).collect(Collectors.joining(" or ")), type.getContentType()));
      case MaxUploadSizeExceededException large -> new TooLarge("The upload is larger than this server takes in one go: split the file.");
      case MultipartException broken -> new Malformed("The upload is not whole: send the file again as multipart/form-data.");
      case CannotCreateTransactionException down -> new Unavailable();
      case DataAccessResourceFailureException down -> new Unavailable();
      case TransientDataAccessResourceException down -> new Unavailable();
      case ErrorResponse other when other.getStatusCode().is4xxClientError() ->
          new Unsupported(other.getStatusCode().value(), "The request does not fit this address: %s".formatted(other.getBody().getDetail()));
      default -> hasNul(thrown) ? new Malformed("A text contains the character NUL, which cannot be stored: remove it.") : null;
    };
  }

  private static Problem body(HttpMessageNotReadableException unreadable) {
    return switch (unreadable.getCause()) {
      case InputCoercionException large -> new Malformed("The number near line %d, column %d is too large here, or should be whole.".formatted(
          large.getLocation().getLineNr(), large.getLocation().getColumnNr()));
      case StreamConstraintsException beyond -> new Malformed("The body is nested too deeply, or holds a value too long to be read.");
      case StreamReadException broken -> new Malformed("The body is not valid JSON near line %d, column %d.".formatted(
          broken.getLocation().getLineNr(), broken.getLocation().getColumnNr()));
      case DatabindException misfit when problemIn(misfit) != null -> problemIn(misfit);
      case InvalidFormatException word when word.getTargetType().isEnum() -> new Invalid(path(word.getPath()), "'%s' is one of %s.".formatted(
          path(word.getPath()), Arrays.stream(word.getTargetType().getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "))));
      case DatabindException misfit -> new Invalid(path(misfit.getPath()), sentence(misfit));
      case null, default -> new Malformed("A JSON body is needed here.");
    };
  }

  private static Problem problemIn(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) if (cause instanceof Problem problem) return problem;
    return null;
  }

  private static String sentence(DatabindException misfit) {
    String field = path(misfit.getPath());
    String message = misfit.getOriginalMessage();
    String where = field.equals("body") ? "The body" : "'" + field + "'";
    // Jackson's own words name Java classes between backticks; ours do not.
    boolean ours = message != null && !message.contains("`") && !message.contains("java.") && !message.contains("class ");
    return ours ? "%s cannot be read: %s".formatted(where, message) : "%s has a value of the wrong kind or lacks what it needs.".formatted(where);
  }

  private static String path(List<JacksonException.Reference> path) {
    var text = new StringBuilder();
    for (var step : path) {
      if (step.getPropertyName() == null) text.append('[').append(step.getIndex()).append(']');
      else text.append(text.isEmpty() ? "" : ".").append(step.getPropertyName());
    }
    return text.isEmpty() ? "body" : text.toString();
  }

  private static Problem parameter(MethodArgumentTypeMismatchException mismatch) {
    if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) return new NotFound(mismatch.getName());
    return new Malformed("The parameter '%s' cannot be '%s'.".formatted(mismatch.getName(), mismatch.getValue()));
  }

  private static boolean hasNul(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && ("22021".equals(sql.getSQLState()) || "22P05".equals(sql.getSQLState()))) return true;
    }
    return false;
  }
}
