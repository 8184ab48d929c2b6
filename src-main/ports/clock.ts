/** The only source of time; handed in, so that a rule never asks the machine. */
export interface Clock {
  now(): Date
}
