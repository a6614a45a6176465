package org.touchstone.platform.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Rubric;
import tools.jackson.databind.json.JsonMapper;

class GoldHitTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Rubric RUBRIC = JSON.readValue("""
      {"criteria":[
        {"key":"right","kind":"label","title":"Right?","target":"item","required":true,"justification":"never",
         "options":[{"value":"yes","label":"Yes"},{"value":"no","label":"No"}],"multiple":false},
        {"key":"better","kind":"compare","title":"Better?","target":"item","required":false,"justification":"never","strength":true,"tie":true,"bothBad":false},
        {"key":"trust","kind":"score","title":"Trust?","target":"item","required":false,"justification":"never","min":1,"max":5,"anchors":[]},
        {"key":"steps","kind":"score","title":"Steps?","target":"item","required":false,"justification":"never","min":1,"max":3,"anchors":[]},
        {"key":"order","kind":"rank","title":"Order?","target":"item","required":false,"justification":"never","ties":true}
      ]}""", Rubric.class);

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "'better':{'winner':'0','strength':3} | 'better':{'winner':'0','strength':1} | true",
    "'better':{'winner':'0','strength':1} | 'better':{'winner':'1','strength':1} | false",
    "'better':{'winner':'0','strength':1} | 'better':{'winner':'tie'}            | false",
    "'right':{'choices':['yes']}          | 'right':{'choices':['no']}           | false",
    "'right':{'choices':['yes']}          | 'trust':{'value':1}                  | true",
    "'trust':{'value':4}                  | 'trust':{'value':5}                  | true",
    "'trust':{'value':3}                  | 'trust':{'value':5}                  | false",
    "'steps':{'value':2}                  | 'steps':{'value':3}                  | false",
    "'order':{'order':[['0'],['1','2']]}  | 'order':{'order':[['0'],['1'],['2']]} | true",
    "'order':{'order':[['0'],['1'],['2']]} | 'order':{'order':[['1'],['0'],['2']]} | false",
  })
  void twoJudgmentsAgreeWhereverBothAnswer(String one, String other, boolean expected) {
    assertThat(GoldHit.agree(votes(one), votes(other))).isEqualTo(expected);
    assertThat(GoldHit.agree(votes(other), votes(one))).isEqualTo(expected);
  }

  private static List<Vote> votes(String answers) {
    return Votes.of(RUBRIC, JSON.readValue("{" + answers.replace('\'', '"') + "}", Answers.class));
  }
}
