package org.touchstone.platform.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.touchstone.platform.shared.NotAllowed;
import org.touchstone.platform.shared.ProblemWriter;
import org.touchstone.platform.shared.SignInNeeded;
import org.touchstone.platform.shared.StalePage;

/** Who gets in: everybody to the app's files, signed-in callers to the API, and what a browser may do with a page. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {
  static {
    // Who calls is told by cookie or token, not by a parameter.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Optional.class);
  }

  /** Mantine writes its CSS variables into style elements at run time; scripts come from this server's files only. */
  private static final String CONTENT = String.join("; ",
      "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:",
      "connect-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'");

  @Bean
  SecurityFilterChain doors(HttpSecurity http, Tokens tokens, Sessions sessions, Accounts accounts, ProblemWriter problems) {
    return http
        .csrf(csrf -> csrf.spa().ignoringRequestMatchers(request -> CallerFilter.bearer(request) != null))
        // Sessions are our own. Spring's would take each request for a sign-in and replace the page's proof with every answer,
        // so that two requests side by side outrun each other.
        .sessionManagement(session -> session.disable())
        .securityContext(context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .formLogin(form -> form.disable())
        .httpBasic(basic -> basic.disable())
        .addFilterBefore(new CallerFilter(tokens, sessions, accounts, problems), UsernamePasswordAuthenticationFilter.class)
        .authorizeHttpRequests(requests -> requests
            // The second half of a request that was let in already: a streamed file, or the answer to an error.
            .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR).permitAll()
            .requestMatchers("/api/v1/session", "/api/v1/setup").permitAll()
            .requestMatchers(HttpMethod.GET, "/api/v1/invitations/*").permitAll()
            .requestMatchers(HttpMethod.POST, "/api/v1/invitations/*/acceptance").permitAll()
            .requestMatchers(HttpMethod.GET, "/api/v1/password-links/*").permitAll()
            .requestMatchers(HttpMethod.POST, "/api/v1/password-links/*/password").permitAll()
            .requestMatchers("/api/**").authenticated()
            .requestMatchers("/actuator/health", "/actuator/health/**").permitAll()
            .requestMatchers("/actuator/**").access((caller, door) -> new AuthorizationDecision(mayWatch(caller.get(), door.getRequest())))
            .anyRequest().permitAll())
        .exceptionHandling(handling -> handling
            .authenticationEntryPoint((request, response, e) -> problems.write(response, new SignInNeeded()))
            .accessDeniedHandler((request, response, e) -> problems.write(response,
                e instanceof CsrfException ? new StalePage() : new NotAllowed("You may not do this."))))
        .headers(headers -> headers
            .contentSecurityPolicy(content -> content.policyDirectives(CONTENT))
            .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
            .permissionsPolicyHeader(permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"))
            .crossOriginOpenerPolicy(opener -> opener.policy(
                org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN)))
        .build();
  }

  /** Metrics are for the machine itself and for the owner, by a token with the scope to read. */
  private static boolean mayWatch(Authentication caller, HttpServletRequest request) {
    if (caller instanceof CallerAuthentication known) return known.getPrincipal().owner();
    try {
      return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  /** Sign-in is ours; without this Spring Boot would make up a user with a printed password. */
  @Bean
  AuthenticationManager nobodyElse() {
    return authentication -> {
      throw new org.springframework.security.authentication.BadCredentialsException("sign-in goes through the API");
    };
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new CallerArgument());
  }
}
