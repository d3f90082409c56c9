type FormProps = Omit<React.ComponentProps<'form'>, 'noValidate' | 'method' | 'action'>

/**
 * A form that the page's script sends. Outside a dialog of the browser's own, `dialog` is the one method by which
 * nothing happens: a person who presses Enter before the script is there keeps the page, and what they typed goes into no
 * address.
 */
export function Form(props: FormProps) {
  return <form {...props} noValidate method="dialog" />
}

/** What is wrong with a form as a whole, under its fields. */
export function FormError({ message }: { message: string | undefined }) {
  return message ? (
    <p role="alert" className="text-sm text-danger">
      {message}
    </p>
  ) : null
}
