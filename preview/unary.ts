/** The one form in which the preview's services answer: a function of the request. */
import * as grpc from "@grpc/grpc-js";

/**
 * Wraps a function of the request as a gRPC handler; what it throws becomes the call's error.
 * @param onError told of such an error as well.
 */
export function unary<Request, Answer>(
  answer: (request: Request) => Answer | Promise<Answer>,
  onError: (message: string) => void = () => undefined,
): grpc.handleUnaryCall<Request, Answer> {
  return (call, callback) => {
    Promise.resolve(call.request)
      .then(answer)
      .then(
        (response) => {
          callback(null, response);
        },
        (error: unknown) => {
          const details = error instanceof Error ? error.message : String(error);
          onError(details);
          callback({ code: grpc.status.UNKNOWN, details });
        },
      );
  };
}
