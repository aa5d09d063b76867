export { ProblemForm } from './ProblemForm';
export { useProblemForm, type Attempt, type Stored } from './useProblemForm';
