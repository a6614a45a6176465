package org.touchstone.platform.identity;

import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.touchstone.platform.shared.SignInNeeded;

/** Hands the caller to controllers: as {@code Caller} where there must be one, as {@code Optional<Caller>} elsewhere. */
final class CallerArgument implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.nestedIfOptional().getNestedParameterType() == Caller.class;
  }

  @Override
  public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request, WebDataBinderFactory binders) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    Optional<Caller> caller = authentication instanceof CallerAuthentication known ? Optional.of(known.getPrincipal()) : Optional.empty();
    return parameter.getParameterType() == Optional.class ? caller : caller.orElseThrow(SignInNeeded::new);
  }
}
