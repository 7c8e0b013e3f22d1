UPDATE {rec}Run
SET Status = 'Failed', EndedAt = @EndedAt, ErrorId = 'RunAbandoned',
    ErrorMessage = 'The process ended before the run did; nothing of it was published.'
WHERE ModelName = @ModelName AND Status = 'Running' AND RunId <> @RunId;
