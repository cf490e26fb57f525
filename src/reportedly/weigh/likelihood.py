"""Words for probabilities, and when to use none."""

from reportedly.model import Assessment, Credibility

from .tables import terms


def likelihood_term(probability: float) -> str:
    """Return the ICD 203 term for a probability; 0 and 1 have none and take the outer terms.

    >>> likelihood_term(0.5), likelihood_term(0.97), likelihood_term(0.05)
    ('roughly even chance', 'almost certain', 'almost no chance')
    """
    for term in terms():
        if probability > term.above:
            return term.word
    return terms()[-1].word


def likelihood(assessment: Assessment) -> str | None:
    """Return the ICD 203 term of an answer, None where a probability cannot be defended.

    It cannot where there is no basis to judge by (digit 6): unknown is not one half (ADM-4).
    """
    if assessment.credibility is Credibility.UNKNOWN:
        return None
    return likelihood_term(assessment.probability)
